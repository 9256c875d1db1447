/**
 * Importing and exporting, step by step. Jobs go on in the core whatever the window does: one that is found running is
 * taken up again.
 * @module
 */
import type { Answered } from '../../src/contract/errors.ts';
import type { ExchangeOutcome } from '../../src/contract/exchange.ts';
import type { ChosenFile } from '../../src/contract/files.ts';
import type { Job } from '../../src/contract/jobs.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import type { FileBridge, OnBytes } from '../files.ts';
import { texts } from '../texts.ts';
import type { ActionContext } from './context.ts';
import type { ExportState, ImportState } from './exchange-model.ts';
import type { NavigationActions } from './navigation.ts';

const endings = ['.xml', '.jsonl', '.json', '.txt'];

type Given = ActionContext & { readonly files: FileBridge; readonly navigation: NavigationActions };

export function createExchange({ store, call, files, navigation, toasts }: Given) {
  const setImport = (state: ImportState): void => store.setState(({ exchange }) => ({ exchange: { ...exchange, import: state } }));
  const setExport = (state: ExportState): void => store.setState(({ exchange }) => ({ exchange: { ...exchange, export: state } }));
  /** A later file makes an earlier one superfluous. */
  let turn = 0;
  let taking: AbortController | undefined;

  async function look(file: ChosenFile, mine: number): Promise<void> {
    setImport({ phase: 'looking', name: file.name });
    const report = await call('exchange.inspect', { fileId: file.fileId });
    if (mine !== turn) return;
    if (report.ok) return setImport({ phase: 'report', report: report.value, comparing: false, failure: null });
    void files.releaseFile(file.fileId);
    setImport({ phase: 'none', failure: report.error.code === 'exchange-stopped' ? null : report.error });
  }

  type Ask = (onBytes: OnBytes, signal: AbortSignal) => Promise<Answered<ChosenFile | null>>;

  async function take(ask: Ask): Promise<void> {
    turn += 1;
    const mine = turn;
    taking = new AbortController();
    const onBytes: OnBytes = (done, total, name) => {
      if (mine === turn) setImport({ phase: 'taking', name, done, total });
    };
    const chosen = await ask(onBytes, taking.signal);
    if (mine !== turn) {
      if (chosen.ok && chosen.value !== null) void files.releaseFile(chosen.value.fileId);
      return;
    }
    if (!chosen.ok) setImport({ phase: 'none', failure: chosen.error });
    else if (chosen.value !== null) await look(chosen.value, mine);
  }

  const choose = (): Promise<void> => take((onBytes, signal) => files.chooseFile(endings, onBytes, signal));

  function drop(file: File): Promise<void> {
    setImport({ phase: 'taking', name: file.name, done: 0, total: file.size });
    return take((onBytes, signal) => files.takeFile(file, onBytes, signal));
  }

  /** Back to the beginning, whatever is under way before the import itself. */
  function startOver(): void {
    turn += 1;
    taking?.abort();
    const { exchange, jobs } = store.getState();
    const looking = jobs.find(({ kind, state }) => kind === 'inspect' && state === 'running');
    if (looking !== undefined) void call('jobs.cancel', { id: looking.id });
    if (exchange.import.phase === 'report') void files.releaseFile(exchange.import.report.fileId);
    if (exchange.import.phase === 'over') void call('jobs.dismiss', { id: exchange.import.jobId });
    setImport({ phase: 'none', failure: null });
  }

  /** Another line: what is on it already is found out anew. */
  async function chooseLine(lineId: string): Promise<void> {
    const present = store.getState().exchange.import;
    if (present.phase !== 'report') return;
    turn += 1;
    const mine = turn;
    setImport({ ...present, report: { ...present.report, lineId }, comparing: true, failure: null });
    const report = await call('exchange.inspect', { fileId: present.report.fileId, lineId });
    if (mine !== turn) return;
    if (report.ok) setImport({ phase: 'report', report: report.value, comparing: false, failure: null });
    else setImport({ ...present, comparing: false, failure: report.error });
  }

  async function startImport(): Promise<void> {
    const present = store.getState().exchange.import;
    if (present.phase !== 'report') return;
    const { fileId, lineId, name } = present.report;
    const started = await call('exchange.import', { fileId, ...(lineId !== null && { lineId }) });
    if (started.ok) setImport({ phase: 'running', jobId: started.value.jobId, name });
    else setImport({ ...present, failure: started.error });
  }

  async function startExport(input: MethodInput<'exchange.export'>): Promise<void> {
    const started = await call('exchange.export', input);
    if (started.ok) setExport({ phase: 'running', jobId: started.value.jobId });
    else setExport({ phase: 'none', failure: started.error });
  }

  async function save(): Promise<void> {
    const present = store.getState().exchange.export;
    const job = present.phase === 'over' ? store.getState().jobs.find(({ id }) => id === present.jobId) : undefined;
    if (present.phase !== 'over' || job?.fileId === undefined) return;
    const saved = await files.saveFile(job.fileId, job.fileName ?? '');
    if (!saved.ok) setExport({ ...present, failure: saved.error });
    else if (saved.value !== null) setExport({ ...present, savedAs: saved.value.name, failure: null });
  }

  /** Forgets an export; its file goes with it. */
  function forgetExport(): void {
    const present = store.getState().exchange.export;
    if (present.phase !== 'over') return;
    const job = store.getState().jobs.find(({ id }) => id === present.jobId);
    if (job?.fileId !== undefined) void files.releaseFile(job.fileId);
    void call('jobs.dismiss', { id: present.jobId });
    setExport({ phase: 'none', failure: null });
  }

  const cancel = (jobId: string): void => void call('jobs.cancel', { id: jobId });

  async function outcomeOf(jobId: string): Promise<ExchangeOutcome> {
    const answer = await call('exchange.outcome', { jobId });
    const outcome = answer.ok ? answer.value : { import: null, export: null, failure: answer.error };
    const { failure } = outcome;
    return failure === null
      ? outcome
      : {
          ...outcome,
          failure: { ...failure, message: texts.said(failure.message), ...(failure.action && { action: texts.said(failure.action) }) },
        };
  }

  async function onImportOver(jobId: string): Promise<void> {
    const outcome = await outcomeOf(jobId);
    setImport({ phase: 'over', jobId, outcome });
    if (store.getState().page.name === 'import') return;
    const action = { label: texts.exchange.show, run: () => navigation.goTo({ name: 'import' }) };
    if (outcome.import === null) toasts.show({ tone: 'bad', title: texts.exchange.failed, action });
    else toasts.show({ tone: 'plain', title: texts.exchange.importDone(outcome.import.imported), action });
  }

  async function onExportOver(job: Job): Promise<void> {
    if (job.state === 'cancelled') {
      void call('jobs.dismiss', { id: job.id });
      return setExport({ phase: 'none', failure: null });
    }
    const outcome = await outcomeOf(job.id);
    setExport({ phase: 'over', jobId: job.id, outcome, savedAs: null, failure: null });
    if (store.getState().page.name === 'export') return;
    const action = { label: texts.exchange.show, run: () => navigation.goTo({ name: 'export' }) };
    if (outcome.export === null) toasts.show({ tone: 'bad', title: texts.exchange.exportFailed, action });
    else toasts.show({ tone: 'plain', title: texts.exchange.exportDone, action });
  }

  /** What is over is asked for once. */
  const asked = new Set<string>();
  function follow(jobs: readonly Job[]): void {
    for (const job of jobs) {
      const { exchange } = store.getState();
      if (job.kind === 'import') followOne(job, exchange.import);
      else if (job.kind === 'export') followOne(job, exchange.export);
    }
  }
  function followOne(job: Job, present: ImportState | ExportState): void {
    if (job.state === 'running') {
      takeUp(job, present.phase);
      return;
    }
    if (present.phase !== 'running' || present.jobId !== job.id || asked.has(job.id)) return;
    asked.add(job.id);
    void (job.kind === 'import' ? onImportOver(job.id) : onExportOver(job));
  }
  /** The window was loaded again while it ran. */
  function takeUp(job: Job, phase: string): void {
    if (phase !== 'none') return;
    if (job.kind === 'import') setImport({ phase: 'running', jobId: job.id, name: '' });
    else setExport({ phase: 'running', jobId: job.id });
  }
  store.subscribe((state, before) => {
    if (state.jobs !== before.jobs || state.exchange !== before.exchange) follow(state.jobs);
  });

  return { choose, drop, startOver, chooseLine, startImport, startExport, save, forgetExport, cancel };
}
