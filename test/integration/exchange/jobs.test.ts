import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { bring, ended, imported } from '../../support/exchange.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

async function withLine(): Promise<{ app: TestApp; lineId: string }> {
  const app = await testApp();
  const { id } = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Mine',
    number: '+12025550100',
    credentials: { webhookSecret: 'secret' },
  });
  return { app, lineId: id };
}

function backup(count: number): string {
  const texts = Array.from(
    { length: count },
    (_, index) =>
      `<sms address="+1415555${1_000 + (index % 40)}" date="${1_600_000_000_000 + index * 1_000}" type="1" body="Text number ${index}, which is as long as texts are"/>`,
  );
  return `<smses count="${count}">\n${texts.join('\n')}\n</smses>`;
}

const all = async (app: TestApp): Promise<number> => (await app.call('state.snapshot', {})).totals.messages;

test('an import says how far it is, and comes into the window without a new start', async () => {
  const { app, lineId } = await withLine();
  const outcome = await imported(app, { fileId: await bring(app, backup(5_000)), lineId });
  expect(outcome.import).toMatchObject({ imported: 5_000, finished: true });
  const changes = app.events.flatMap((event) => (event.kind === 'patch' ? event.changes : []));
  const jobs = changes.flatMap((change) => (change.kind === 'jobs' ? change.jobs : [])).filter(({ kind }) => kind === 'import');
  expect(jobs.some(({ state, done, total }) => state === 'running' && done > 0 && total !== null && done < total)).toBe(true);
  expect(jobs.at(-1)?.state).toBe('done');
  const conversations = changes.filter((change) => change.kind === 'conversation');
  expect(new Set(conversations.map((change) => change.kind === 'conversation' && change.conversation.id)).size).toBe(40);
  expect(app.events.filter(({ kind }) => kind === 'notice')).toEqual([]);
});

test('an import that is stopped says so; what came until then stays, and a repetition completes it', async () => {
  const { app, lineId } = await withLine();
  const fileId = await bring(app, backup(20_000));
  const { jobId } = await app.call('exchange.import', { fileId, lineId });
  await app.call('jobs.cancel', { id: jobId });
  expect((await ended(app, jobId)).state).toBe('cancelled');
  const stopped = await app.call('exchange.outcome', { jobId });
  expect(stopped.import?.finished).toBe(false);
  const before = await all(app);
  expect(before).toBeLessThan(20_000);
  const again = await imported(app, { fileId: await bring(app, backup(20_000)), lineId });
  expect(again.import).toMatchObject({ imported: 20_000 - before, duplicates: before, finished: true });
});

test('one file is read at a time, and the next may come when it is over', async () => {
  const { app, lineId } = await withLine();
  const fileId = await bring(app, backup(3_000));
  const { jobId } = await app.call('exchange.import', { fileId, lineId });
  expect(await app.refusal('exchange.inspect', { fileId: await bring(app, backup(1)) })).toMatchObject({ code: 'exchange-busy' });
  await ended(app, jobId);
  await app.call('exchange.inspect', { fileId: await bring(app, backup(1)), lineId });
});

test('texts that arrive while an import runs are stored, shown and counted as ever', async () => {
  const { app, lineId } = await withLine();
  const fileId = await bring(app, backup(5_000));
  const { jobId } = await app.call('exchange.import', { fileId, lineId });
  await app.call('practice.text', { body: 'Meanwhile' });
  await ended(app, jobId);
  const { totals } = await app.call('state.snapshot', {});
  expect(totals).toMatchObject({ messages: 5_001, unread: 1 });
});

test('what was imported is found', async () => {
  const { app, lineId } = await withLine();
  await imported(app, { fileId: await bring(app, backup(300)), lineId });
  await eventually('the search knows it', async () => {
    const found = await app.call('search.query', { query: 'number 299' });
    return JSON.stringify(found).includes('299');
  });
});

test('a file that vanishes, and a folder that cannot be written to, end in a reason', async () => {
  const { app, lineId } = await withLine();
  const path = join(app.dataFolder, 'gone.xml');
  await writeFile(path, backup(10));
  const adopted = await app.files.adopt(path);
  if (!adopted.ok) throw new Error(adopted.error.message);
  await rm(path);
  const failure = await app.refusal('exchange.import', { fileId: adopted.value.id, lineId });
  expect(failure).toMatchObject({ code: 'file-unreadable', message: expect.stringContaining('not there any more') });
  // A file where the folder for exports should be.
  await rm(join(app.dataFolder, 'exchange'), { recursive: true, force: true });
  await writeFile(join(app.dataFolder, 'exchange'), '');
  const { jobId } = await app.call('exchange.export', { format: 'csv' });
  expect((await ended(app, jobId)).state).toBe('failed');
  const outcome = await app.call('exchange.outcome', { jobId });
  expect(outcome.failure).toMatchObject({
    code: 'export-failed',
    message: expect.stringMatching(/^The export could not be written\. \S+/),
  });
});
