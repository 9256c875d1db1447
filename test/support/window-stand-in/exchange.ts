/**
 * Import and export as they look: a report of a made-up backup, a job that gets on by itself.
 * @module
 */
import type { ExchangeOutcome, ImportReport } from '../../../src/contract/exchange.ts';
import type { Job } from '../../../src/contract/jobs.ts';
import type { Handlers, MethodName } from '../../../src/contract/methods.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Standing } from './state.ts';

const nothing: ExchangeOutcome = { import: null, export: null, failure: null };
const problems: ImportReport['problems'] = {
  total: 5,
  lost: 3,
  byCode: { 'group-message': 2, markup: 1, doctype: 1, reference: 1 },
  first: [
    { line: 2, code: 'doctype', lost: false },
    { line: 1_204, code: 'group-message', detail: '4', lost: true },
    { line: 3_377, code: 'reference', detail: '&nbsp;', lost: false },
    { line: 8_054, code: 'markup', lost: true },
    { line: 9_911, code: 'group-message', detail: '3', lost: true },
  ],
};

/** The file every dialog chooses. */
export const sampleFile = { fileId: 'sample-of-a-backup-xml', name: 'sms-20260301100000.xml', bytes: 48_300_112 };

export function createExchangeHandlers({ state, announce }: Standing): Pick<Handlers, Extract<MethodName, `exchange.${string}`>> {
  const outcomes = new Map<string, ExchangeOutcome>();

  function run(kind: 'import' | 'export', made: Partial<Job>, outcome: ExchangeOutcome): { jobId: string } {
    const id = `job_${state.snapshot.jobs.length + outcomes.size}`;
    let job: Job = { id, kind, state: 'running', done: 0, total: 100, unit: 'bytes', startedAt: new Date().toISOString() };
    const show = (next: Job): void => {
      job = next;
      state.snapshot = { ...state.snapshot, jobs: [...state.snapshot.jobs.filter((other) => other.id !== id), job] };
      announce([{ kind: 'jobs', jobs: state.snapshot.jobs }]);
    };
    const step = (): void => {
      if (job.done < 100) {
        show({ ...job, done: job.done + 10 });
        setTimeout(step, 300);
        return;
      }
      outcomes.set(id, outcome);
      show({ ...job, ...made, state: 'done' });
    };
    show(job);
    setTimeout(step, 300);
    return { jobId: id };
  }

  return {
    'exchange.inspect': async ({ fileId, lineId }) =>
      ok({
        fileId,
        name: sampleFile.name,
        bytes: sampleFile.bytes,
        format: 'sms-backup',
        messages: 12_480,
        inbound: 7_902,
        outbound: 4_578,
        conversations: 214,
        duplicates: 318,
        media: { count: 402, bytes: 41_004_110 },
        from: '2019-04-02T08:11:00.000Z',
        to: '2026-03-01T09:58:00.000Z',
        declared: 12_483,
        problems,
        lineId: lineId ?? state.snapshot.lines[0]?.id ?? null,
        ownNumber: '+12025550100',
        archive: null,
      }),
    'exchange.import': async () =>
      ok(
        run(
          'import',
          {},
          {
            ...nothing,
            import: {
              jobId: '',
              name: sampleFile.name,
              imported: 12_162,
              duplicates: 318,
              media: 402,
              lines: 0,
              contacts: 0,
              templates: 0,
              rules: 0,
              deliveries: 0,
              problems,
              finished: true,
              conversations: [...state.conversations.keys()].slice(0, 3).map((id) => ({ id, imported: 120 })),
            },
          },
        ),
      ),
    'exchange.export': async ({ format }) =>
      ok(
        run(
          'export',
          { fileId: sampleFile.fileId, fileName: 'texttray-2026-03-01.xml' },
          { ...nothing, export: { jobId: '', format, messages: 5_210, conversations: 24, media: 31, missingMedia: 2, bytes: 9_120_034 } },
        ),
      ),
    'exchange.outcome': async ({ jobId }) => ok(outcomes.get(jobId) ?? nothing),
  };
}
