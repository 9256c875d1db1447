/**
 * The contract's `exchange.*`: one file is read at a time, exports are jobs of their own. How each ended is kept until the
 * next few have.
 * @module
 */
import { type Answered, type Failure, failure, refuse } from '../../contract/errors.ts';
import type { ExchangeOutcome, ImportReport } from '../../contract/exchange.ts';
import { explainFileError } from '../../contract/file-errors.ts';
import type { ParsedInput } from '../../contract/methods.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Ground, Part } from '../ground.ts';
import type { RunningJob } from '../jobs.ts';
import { type ExchangeFile, StoreUnavailable } from '../ports.ts';
import { type ExportDependencies, exportTo } from './exporting.ts';
import { exportName } from './file-name.ts';
import { type ImportDependencies, importFile } from './importing.ts';
import { inspectFile } from './inspecting.ts';

/** What importing and exporting take besides what every feature has. */
export type ExchangeGround = Pick<ImportDependencies & ExportDependencies, 'formats' | 'deliveries' | 'restoreLine' | 'version'>;

type Dependencies = Ground & ExchangeGround;
type Names = 'exchange.inspect' | 'exchange.import' | 'exchange.export' | 'exchange.outcome';
type Recognized = { readonly file: ExchangeFile; readonly format: ImportReport['format'] };

const rememberedAtMost = 20;
const nothing: ExchangeOutcome = { import: null, export: null, failure: null };

export function createExchange(dependencies: Dependencies): Part<Names> {
  const { files, formats, jobs, lines, clock, logger } = dependencies;
  const outcomes = new Map<string, ExchangeOutcome>();
  /** The file that is being read. */
  let reading: string | undefined;
  const underway = new Set<Promise<void>>();

  const remember = (jobId: string, outcome: Partial<ExchangeOutcome>): void => {
    outcomes.set(jobId, { ...nothing, ...outcome });
    for (const old of outcomes.keys()) if (outcomes.size > rememberedAtMost) outcomes.delete(old);
  };
  const inBackground = (work: Promise<void>): void => {
    underway.add(work);
    void work.finally(() => underway.delete(work));
  };
  const explain = (error: unknown, code: 'import-failed' | 'export-failed' | 'file-unreadable'): Failure => {
    if (error instanceof StoreUnavailable) return failure('store-unavailable');
    logger.warn('exchange.failed', { code, error });
    return explainFileError(code, error);
  };

  const recognize = async (fileId: string): Promise<Result<Recognized, Failure>> => {
    const file = files.resolve(fileId);
    if (file === undefined) return refuse('file-gone');
    try {
      const format = await formats.recognize(file);
      if (format === 'newer-archive') return refuse('archive-newer');
      return format === undefined ? refuse('file-not-understood') : ok({ file, format });
    } catch (error) {
      return failed(explain(error, 'file-unreadable'));
    }
  };

  const inspect = async ({ fileId, lineId }: ParsedInput<'exchange.inspect'>): Promise<Answered<ImportReport>> => {
    if (reading !== undefined) return refuse('exchange-busy');
    reading = fileId;
    let job: RunningJob | undefined;
    try {
      const recognized = await recognize(fileId);
      if (!recognized.ok) return recognized;
      job = jobs.start({ kind: 'inspect', unit: 'bytes', total: recognized.value.file.bytes });
      const report = await inspectFile(dependencies, { ...recognized.value, lineId, job });
      return report === undefined ? refuse('exchange-stopped') : ok(report);
    } catch (error) {
      return failed(explain(error, 'file-unreadable'));
    } finally {
      reading = undefined;
      job?.end({ state: 'done' });
      // It is only of interest while it runs.
      if (job !== undefined) jobs.dismiss(job.id);
    }
  };

  const runImport = async (job: RunningJob, recognized: Recognized, lineId: string): Promise<void> => {
    try {
      const result = await importFile(dependencies, { ...recognized, lineId, job });
      remember(job.id, { import: result });
      job.end({ state: result.finished ? 'done' : 'cancelled' });
      await files.release(recognized.file.id);
    } catch (error) {
      const told = explain(error, 'import-failed');
      remember(job.id, { failure: told });
      job.end({ state: 'failed', detail: told.message });
    } finally {
      reading = undefined;
    }
  };

  const startImport = async ({ fileId, lineId = '' }: ParsedInput<'exchange.import'>): Promise<Answered<{ jobId: string }>> => {
    if (reading !== undefined) return refuse('exchange-busy');
    reading = fileId;
    const recognized = await recognize(fileId);
    const isRefused = recognized.ok && recognized.value.format === 'sms-backup' && lines.any(lineId) === undefined;
    if (!recognized.ok || isRefused) {
      reading = undefined;
      return recognized.ok ? refuse('line-not-found') : recognized;
    }
    const job = jobs.start({ kind: 'import', unit: 'bytes', total: recognized.value.file.bytes });
    inBackground(runImport(job, recognized.value, lineId));
    return ok({ jobId: job.id });
  };

  const runExport = async (job: RunningJob, input: ParsedInput<'exchange.export'>): Promise<void> => {
    const file = await files.reserve(exportName(input.format, clock.now()));
    try {
      const counts = await exportTo(dependencies, { input, file, job });
      if (counts === undefined) {
        await file.abandon();
        remember(job.id, { failure: failure('exchange-stopped') });
        job.end({ state: 'cancelled' });
        return;
      }
      const { id: fileId, name: fileName, bytes } = await file.finish();
      remember(job.id, { export: { jobId: job.id, format: input.format, bytes, ...counts } });
      job.end({ state: 'done', fileId, fileName });
    } catch (error) {
      await file.abandon();
      throw error;
    }
  };

  return {
    handlers: {
      'exchange.inspect': inspect,
      'exchange.import': startImport,
      'exchange.export': async (input) => {
        const job = jobs.start({ kind: 'export', unit: 'messages' });
        const run = runExport(job, input).catch((error: unknown) => {
          const told = explain(error, 'export-failed');
          remember(job.id, { failure: told });
          job.end({ state: 'failed', detail: told.message });
        });
        inBackground(run);
        return ok({ jobId: job.id });
      },
      'exchange.outcome': async ({ jobId }) => ok(outcomes.get(jobId) ?? nothing),
    },
    async close() {
      await Promise.all(underway);
    },
  };
}
