/**
 * HAR 1.2 as its specification demands it (http://www.softwareishard.com/blog/har-12-spec/): what must be there, of what
 * type, and nothing that is not named but fields that begin with an underscore.
 * @module
 */
import { z } from 'zod';

type Shape = Parameters<typeof z.object>[0];

/** Custom fields begin with an underscore; everything may have a comment. */
function record<Fields extends NonNullable<Shape>>(fields: Fields) {
  const known = new Set([...Object.keys(fields), 'comment']);
  return z
    .looseObject({ ...fields, comment: z.string().optional() })
    .refine((value) => Object.keys(value).every((key) => known.has(key) || key.startsWith('_')), 'holds a field that HAR does not have');
}

const bytes = z.number().int().min(-1);
const milliseconds = z.number().min(0);
const isoDate = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
const pair = record({ name: z.string(), value: z.string() });

const cookie = record({
  name: z.string(),
  value: z.string(),
  path: z.string().optional(),
  domain: z.string().optional(),
  expires: isoDate.optional(),
  httpOnly: z.boolean().optional(),
  secure: z.boolean().optional(),
});

const message = { httpVersion: z.string(), cookies: z.array(cookie), headers: z.array(pair), headersSize: bytes, bodySize: bytes };

const request = record({
  ...message,
  method: z.string().min(1),
  url: z.url(),
  queryString: z.array(pair),
  // `text` and `params` exclude each other.
  postData: record({ mimeType: z.string(), text: z.string() }).optional(),
});

const response = record({
  ...message,
  status: z.number().int(),
  statusText: z.string(),
  content: record({
    size: z.number().int().min(0),
    compression: z.number().optional(),
    mimeType: z.string().min(1),
    text: z.string().optional(),
    encoding: z.string().optional(),
  }),
  redirectURL: z.string(),
});

const entry = record({
  pageref: z.string().optional(),
  startedDateTime: isoDate,
  time: milliseconds,
  request,
  response,
  cache: z.strictObject({}),
  timings: record({ send: milliseconds, wait: milliseconds, receive: milliseconds }),
  serverIPAddress: z.string().optional(),
  connection: z.string().optional(),
}).refine(({ time, timings }) => time === timings.send + timings.wait + timings.receive, 'takes another time than its parts');

export const harSchema = z.strictObject({
  log: record({
    version: z.literal('1.2'),
    creator: record({ name: z.string(), version: z.string() }),
    entries: z.array(entry),
  }),
});
