import { describe, expect, test } from 'vitest';
import type { FileBridge } from '../../../../renderer/files.ts';
import { createActions } from '../../../../renderer/state/actions.ts';
import { createWindowStore } from '../../../../renderer/state/store.ts';
import type { ExchangeOutcome, ImportReport, ImportResult } from '../../../../src/contract/exchange.ts';
import type { Job } from '../../../../src/contract/jobs.ts';
import { fakeCore, manualTimers, settled } from '../fake-core.ts';

const problems = { total: 0, lost: 0, byCode: {}, first: [] };
const report: ImportReport = {
  fileId: 'f',
  name: 'a.xml',
  bytes: 10,
  format: 'sms-backup',
  messages: 3,
  inbound: 2,
  outbound: 1,
  conversations: 1,
  duplicates: 0,
  media: { count: 0, bytes: 0 },
  from: null,
  to: null,
  declared: null,
  problems,
  lineId: 'l_1',
  ownNumber: null,
  archive: null,
};
const result: ImportResult = {
  jobId: 'j',
  name: 'a.xml',
  imported: 3,
  duplicates: 0,
  media: 0,
  lines: 0,
  contacts: 0,
  templates: 0,
  rules: 0,
  deliveries: 0,
  problems,
  finished: true,
  conversations: [],
};
const job = (changes: Partial<Job> = {}): Job => ({
  id: 'j',
  kind: 'import',
  state: 'running',
  done: 0,
  total: 10,
  unit: 'bytes',
  startedAt: '2026-03-01T12:00:00.000Z',
  ...changes,
});
const outcome = (changes: Partial<ExchangeOutcome>): ExchangeOutcome => ({ import: null, export: null, failure: null, ...changes });

function setUp(files: Partial<FileBridge> = {}, answers: Parameters<typeof fakeCore>[0] = {}) {
  const released: string[] = [];
  const core = fakeCore({
    'exchange.inspect': ({ lineId }: { lineId?: string }) => ({ ...report, ...(lineId !== undefined && { lineId, duplicates: 3 }) }),
    'exchange.import': () => ({ jobId: 'j' }),
    'exchange.export': () => ({ jobId: 'j' }),
    'exchange.outcome': () => outcome({ import: result }),
    'jobs.cancel': (input) => input,
    'jobs.dismiss': (input) => input,
    ...answers,
  });
  const bridge: typeof core.bridge = {
    ...core.bridge,
    chooseFile: async () => ({ ok: true, value: { fileId: 'f', name: 'a.xml', bytes: 10 } }),
    releaseFile: async (id) => void released.push(id),
    ...files,
  };
  const store = createWindowStore();
  const { exchange } = createActions({ store, call: core.bridge.call, files: bridge, after: manualTimers().after });
  return {
    core,
    store,
    exchange,
    released,
    imported: () => store.getState().exchange.import,
    exported: () => store.getState().exchange.export,
  };
}

describe('an import', () => {
  test('goes from a chosen file over the look at it and the running job to its end', async () => {
    const { store, exchange, imported } = setUp();
    await exchange.choose();
    expect(imported()).toMatchObject({ phase: 'report', report: { messages: 3 } });
    await exchange.startImport();
    expect(imported()).toMatchObject({ phase: 'running', jobId: 'j' });
    store.setState({ jobs: [job({ done: 5 })] });
    expect(imported().phase).toBe('running');
    store.setState({ jobs: [job({ state: 'done' })] });
    await settled();
    expect(imported()).toMatchObject({ phase: 'over', outcome: { import: { imported: 3 } } });
  });

  test('that ends while one looks elsewhere is told by a toast that leads to it', async () => {
    const { store, exchange } = setUp();
    await exchange.choose();
    await exchange.startImport();
    store.setState({ jobs: [job({ state: 'done' })] });
    await settled();
    const [toast] = store.getState().toasts;
    expect(toast?.title).toContain('3');
    toast?.action?.run();
    expect(store.getState().page.name).toBe('import');
  });

  test('of a file that cannot be taken begins anew, with the reason', async () => {
    const { exchange, imported } = setUp({
      chooseFile: async () => ({ ok: false, error: { code: 'file-too-large', message: 'Too large.' } }),
    });
    await exchange.choose();
    expect(imported()).toMatchObject({ phase: 'none', failure: { message: 'Too large.' } });
  });

  test('changes nothing when the dialog is closed', async () => {
    const { exchange, imported, core } = setUp({ chooseFile: async () => ({ ok: true, value: null }) });
    await exchange.choose();
    expect(imported()).toEqual({ phase: 'none', failure: null });
    expect(core.asked).toEqual([]);
  });

  test('of a file that comes after one has turned away lets that file go', async () => {
    const arriving = Promise.withResolvers<void>();
    const { exchange, imported, released } = setUp({
      async chooseFile() {
        await arriving.promise;
        return { ok: true, value: { fileId: 'late', name: 'a.xml', bytes: 10 } };
      },
    });
    const choosing = exchange.choose();
    exchange.startOver();
    arriving.resolve();
    await choosing;
    expect(imported()).toEqual({ phase: 'none', failure: null });
    expect(released).toEqual(['late']);
  });

  test('says what is here already on the line one chooses', async () => {
    const { exchange, imported } = setUp();
    await exchange.choose();
    await exchange.chooseLine('l_2');
    expect(imported()).toMatchObject({ phase: 'report', comparing: false, report: { lineId: 'l_2', duplicates: 3 } });
  });

  test('that runs already when the window is loaded is taken up', async () => {
    const { store, imported } = setUp();
    store.setState({ jobs: [job({ done: 2 })] });
    expect(imported()).toMatchObject({ phase: 'running', jobId: 'j' });
    store.setState({ jobs: [job({ state: 'done' })] });
    await settled();
    expect(imported().phase).toBe('over');
  });

  test('is asked for its outcome once, however often jobs are told of', async () => {
    const { core, store, exchange } = setUp();
    await exchange.choose();
    await exchange.startImport();
    for (const done of [8, 9, 10]) store.setState({ jobs: [job({ state: 'done', done })] });
    await settled();
    expect(core.asked.filter(({ name }) => name === 'exchange.outcome')).toHaveLength(1);
  });
});

describe('an export', () => {
  test('is saved under the name the dialog gave it, and let go with its file', async () => {
    const saved: string[] = [];
    const made = outcome({ export: { jobId: 'j', format: 'csv', messages: 1, conversations: 1, media: 0, missingMedia: 0, bytes: 9 } });
    const { store, exchange, exported, released } = setUp(
      {
        async saveFile(id, name) {
          saved.push(`${id} ${name}`);
          return { ok: true, value: { name: 'mine.csv' } };
        },
      },
      { 'exchange.outcome': () => made },
    );
    await exchange.startExport({ format: 'csv' });
    store.setState({ jobs: [job({ kind: 'export', state: 'done', fileId: 'x', fileName: 'texttray.csv' })] });
    await settled();
    await exchange.save();
    expect(saved).toEqual(['x texttray.csv']);
    expect(exported()).toMatchObject({ phase: 'over', savedAs: 'mine.csv' });
    exchange.forgetExport();
    expect([exported().phase, released]).toEqual(['none', ['x']]);
  });

  test('that failed says why', async () => {
    const { store, exchange, exported } = setUp(
      {},
      { 'exchange.outcome': () => outcome({ failure: { code: 'export-failed', message: 'The disk is full.' } }) },
    );
    await exchange.startExport({ format: 'archive' });
    store.setState({ jobs: [job({ kind: 'export', state: 'failed' })] });
    await settled();
    expect(exported()).toMatchObject({ phase: 'over', outcome: { failure: { message: 'The disk is full.' } } });
    expect(store.getState().toasts[0]?.tone).toBe('bad');
  });

  test('that was stopped leads back to the form', async () => {
    const { store, exchange, exported } = setUp();
    await exchange.startExport({ format: 'archive' });
    store.setState({ jobs: [job({ kind: 'export', state: 'cancelled' })] });
    await settled();
    expect(exported()).toEqual({ phase: 'none', failure: null });
  });
});
