/**
 * `exchange.*`: texts from files and into files.
 * @module
 */
import { z } from 'zod';
import { instantSchema } from '../../domain/time.ts';
import { csvColumnSchema, exchangeOutcomeSchema, exportFormatSchema, importReportSchema } from '../exchange.ts';
import { fileIdSchema } from '../files.ts';
import { method } from './method.ts';

const job = z.object({ jobId: z.string() });
const lineId = z.string().max(200);

export const exchangeMethods = {
  /** Reads a file to its end and stores nothing. `lineId`: the line it would go to; the one that fits when not given. */
  'exchange.inspect': method(z.object({ fileId: fileIdSchema, lineId: lineId.optional() }), importReportSchema),
  /** Imports a file, as a job. A backup of a phone needs the line its texts go to; an archive brings its own. */
  'exchange.import': method(z.object({ fileId: fileIdSchema, lineId: lineId.optional() }), job),
  /** Writes a file, as a job; the job then has the file's id. Of everything when nothing is said. */
  'exchange.export': method(
    z.object({
      format: exportFormatSchema,
      lineIds: z.array(lineId).max(200).optional(),
      conversationId: z.string().max(200).optional(),
      /** Texts from this moment on, and before that one. */
      from: instantSchema.optional(),
      to: instantSchema.optional(),
      withMedia: z.boolean().default(true),
      withDeliveries: z.boolean().default(true),
      columns: z.array(csvColumnSchema).min(1).max(csvColumnSchema.options.length).optional(),
      /** What the columns are called; in English where nothing is said. */
      titles: z.partialRecord(csvColumnSchema, z.string().max(60)).optional(),
    }),
    job,
  ),
  'exchange.outcome': method(z.object({ jobId: z.string().max(200) }), exchangeOutcomeSchema),
} as const;
