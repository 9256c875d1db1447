/**
 * What the window is told of files to import and of exports: what is in them, what cannot be read and where, what became
 * of them.
 * @module
 */
import { z } from 'zod';
import { providerNameSchema } from '../domain/line.ts';
import { instantSchema } from '../domain/time.ts';
import { failureSchema } from './errors.ts';

/** What a file to import can be. */
const importFormatSchema = z.enum(['sms-backup', 'archive']);

export const exportFormatSchema = z.enum(['archive', 'sms-backup', 'csv']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** What was found in a file that is not as it should be; each has a sentence in the window. */
export const readProblemCodeSchema = z.enum([
  /** The markup is damaged there. */
  'markup',
  'value-too-long',
  'reference',
  'characters',
  'encoding',
  'doctype',
  /** The file ends too early. */
  'truncated',
  'unknown-element',
  'no-address',
  'no-date',
  'unknown-type',
  'draft',
  'group-message',
  /** The phone had been told of it, but had not fetched it. */
  'not-downloaded',
  'attachment-damaged',
  'attachment-not-kept',
  'too-many-attachments',
  /** The file says that it has another number of texts. */
  'count-wrong',
  /** An entry of an archive that is not what its kind should be. */
  'entry-unreadable',
  'entry-unknown',
  /** It belongs to a line that the archive does not have. */
  'line-unknown',
]);
export type ReadProblemCode = z.infer<typeof readProblemCodeSchema>;

export const readProblemSchema = z.object({
  /** Where in the file, from 1. */
  line: z.number().int(),
  code: readProblemCodeSchema,
  /** What it is about, as it is in the file, shortened. */
  detail: z.string().max(200).optional(),
  /** A text was left out because of it. */
  lost: z.boolean(),
});
export type ReadProblem = Readonly<z.infer<typeof readProblemSchema>>;

const count = z.number().int().nonnegative();

/** All problems by number, the first of them one by one. */
export const problemReportSchema = z.object({
  total: count,
  /** How many texts were left out. */
  lost: count,
  byCode: z.partialRecord(readProblemCodeSchema, count),
  first: z.array(readProblemSchema),
});
export type ProblemReport = Readonly<z.infer<typeof problemReportSchema>>;

/** A line that texts of a file can go to, or come from. */
const archiveLineSchema = z.object({
  id: z.string(),
  label: z.string(),
  number: z.string(),
  provider: providerNameSchema,
  messages: count,
  /** There is a line of this id here already. */
  isHere: z.boolean(),
});

/** What a file holds, found by reading all of it and storing nothing. */
export const importReportSchema = z.object({
  fileId: z.string(),
  name: z.string(),
  bytes: count,
  format: importFormatSchema,
  /** Texts that can be imported. */
  messages: count,
  inbound: count,
  outbound: count,
  conversations: count,
  /** Of `messages`: how many are here already, or twice in the file. */
  duplicates: count,
  media: z.object({ count, bytes: count }),
  /** Time of the first and the last text; `null` when there is none. */
  from: instantSchema.nullable(),
  to: instantSchema.nullable(),
  /** How many texts the file says it has; `null` when it does not say. */
  declared: count.nullable(),
  problems: problemReportSchema,
  /** Backups of a phone: the line they are for, by the phone's number, where there is one; the file's own number. */
  lineId: z.string().nullable(),
  ownNumber: z.string().nullable(),
  /** Archives: whose texts they are, and what comes with them. */
  archive: z.object({ lines: z.array(archiveLineSchema), contacts: count, templates: count, rules: count, deliveries: count }).nullable(),
});
export type ImportReport = Readonly<z.infer<typeof importReportSchema>>;

/** What became of an import. */
export const importResultSchema = z.object({
  jobId: z.string(),
  name: z.string(),
  imported: count,
  duplicates: count,
  media: count,
  lines: count,
  contacts: count,
  templates: count,
  rules: count,
  deliveries: count,
  problems: problemReportSchema,
  /** False when it was stopped before its end; what was imported until then stays. */
  finished: z.boolean(),
  /** Where texts came to, those with most of them first, a few of them. */
  conversations: z.array(z.object({ id: z.string(), imported: count })),
});
export type ImportResult = Readonly<z.infer<typeof importResultSchema>>;

/** What an export holds. */
export const exportResultSchema = z.object({
  jobId: z.string(),
  format: exportFormatSchema,
  messages: count,
  conversations: count,
  /** Attachments that are in it, and that belong to its texts but are not stored here. */
  media: count,
  missingMedia: count,
  bytes: count,
});
export type ExportResult = Readonly<z.infer<typeof exportResultSchema>>;

/** What became of a job of this kind: one of the three, none while it runs. */
export const exchangeOutcomeSchema = z.object({
  import: importResultSchema.nullable(),
  export: exportResultSchema.nullable(),
  failure: failureSchema.nullable(),
});
export type ExchangeOutcome = Readonly<z.infer<typeof exchangeOutcomeSchema>>;

/** Columns a table may have, in their usual order. */
export const csvColumnSchema = z.enum([
  'date',
  'direction',
  'line',
  'number',
  'name',
  'text',
  'status',
  'attachments',
  'conversation',
  'id',
]);
export type CsvColumn = z.infer<typeof csvColumnSchema>;
