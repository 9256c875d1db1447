/**
 * Files for imports, and exports as text, for tests that drive the whole app.
 * @module
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ExchangeOutcome } from '../../src/contract/exchange.ts';
import type { Job } from '../../src/contract/jobs.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import { eventually } from './eventually.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { TestApp } from './test-app.ts';

/** Gives the app a file as if the user had chosen it. Answers its id. */
export async function bring(app: TestApp, content: string | Uint8Array, name = 'backup.xml'): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  const adopted = await app.files.adopt(path);
  if (!adopted.ok) throw new Error(adopted.error.message);
  return adopted.value.id;
}

/** Waits for the end of a job. */
export function ended(app: TestApp, jobId: string): Promise<Job> {
  return eventually('the job is over', async () => {
    const { jobs } = await app.call('state.snapshot', {});
    const job = jobs.find(({ id }) => id === jobId);
    return job !== undefined && job.state !== 'running' && job;
  });
}

/** Imports a file and answers how it went. */
export async function imported(app: TestApp, input: MethodInput<'exchange.import'>): Promise<ExchangeOutcome> {
  const { jobId } = await app.call('exchange.import', input);
  await ended(app, jobId);
  return app.call('exchange.outcome', { jobId });
}

/** Exports and answers the file. */
export async function exported(app: TestApp, input: MethodInput<'exchange.export'>): Promise<{ name: string; content: Buffer }> {
  const { jobId } = await app.call('exchange.export', input);
  const job = await ended(app, jobId);
  if (job.fileId === undefined) throw new Error(`The export ended as ${job.state}: ${job.detail ?? ''}`);
  const path = join(await temporaryFolder(), 'exported');
  const copied = await app.files.copyTo(job.fileId, path);
  if (!copied.ok) throw new Error(copied.error.message);
  return { name: job.fileName ?? '', content: await readFile(path) };
}
