import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemRandom } from '../../../src/app/system.ts';
import type { ChosenFile } from '../../../src/contract/files.ts';
import type { ExchangeDesk } from '../../../src/core/ports.ts';
import { openExchangeFiles } from '../../../src/exchange/exchange-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { authorized, startUi } from './started-ui.ts';

async function started(changes: Partial<ExchangeDesk> = {}) {
  const folder = join(await temporaryFolder(), 'exchange');
  const files = { ...(await openExchangeFiles({ folder, random: systemRandom })), ...changes };
  const { url } = await startUi({}, { files });
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    fetch(`${url}/files`, { method: 'POST', headers: { ...authorized, ...headers }, body });
  return { folder, files, url, post, waiting: () => readdir(folder).catch(() => []) };
}

async function accepted(response: Response): Promise<ChosenFile> {
  expect(response.status).toBe(200);
  const answer = (await response.json()) as { ok: true; value: ChosenFile };
  return answer.value;
}

test('a file that is sent can be resolved, read and fetched again, byte for byte', async () => {
  const { files, url, post } = await started();
  const bytes = new Uint8Array(3_000_000).map((_, index) => index * 31);
  const chosen = await accepted(await post(bytes, { 'x-file-name': encodeURIComponent('Meine Nachrichten ü.xml') }));
  expect(chosen).toMatchObject({ name: 'Meine Nachrichten ü.xml', bytes: bytes.length });
  const read: Uint8Array[] = [];
  for await (const chunk of files.resolve(chosen.fileId)?.read() ?? []) read.push(chunk);
  expect(Buffer.concat(read).equals(bytes)).toBe(true);
  const back = await fetch(`${url}/files/${chosen.fileId}`, { headers: authorized });
  expect(back.headers.get('content-disposition')).toContain("filename*=UTF-8''Meine%20Nachrichten%20%C3%BC.xml");
  expect(Buffer.from(await back.arrayBuffer()).equals(bytes)).toBe(true);
});

test('without the token nothing is taken and nothing is given', async () => {
  const { url, post, waiting } = await started();
  const { fileId } = await accepted(await post('secret'));
  expect((await fetch(`${url}/files`, { method: 'POST', body: 'x' })).status).toBe(401);
  expect((await fetch(`${url}/files/${fileId}`)).status).toBe(401);
  expect((await fetch(`${url}/files/${fileId}`, { method: 'DELETE' })).status).toBe(401);
  expect(await waiting()).toHaveLength(1);
});

test('a name is never a path: whatever it says, the file has a name of our own in our folder', async () => {
  const { folder, post, waiting } = await started();
  for (const name of ['../../etc/passwd', '..\\..\\boot.ini', '.bashrc', '\u202egnp.xml', '', '/']) {
    const { name: shown } = await accepted(await post('x', { 'x-file-name': encodeURIComponent(name) }));
    expect(shown).not.toMatch(/[\\/\u202e]|^\./);
  }
  for (const name of await waiting()) expect(name).toMatch(/^[A-Za-z0-9_-]{22}$/);
  expect(await readdir(join(folder, '..'))).toEqual(['exchange']);
});

test('a file larger than the room on the disk is refused before and while it comes, and nothing of it stays', async () => {
  const { post, waiting } = await started({ room: async () => 1_000 });
  const announced = await post('x'.repeat(2_000));
  expect(await announced.json()).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  const stream = new ReadableStream({
    start(controller) {
      for (let piece = 0; piece < 20; piece += 1) controller.enqueue(new Uint8Array(200));
      controller.close();
    },
  });
  const unannounced = await post(stream, { duplex: 'half' } as never).catch(() => undefined);
  if (unannounced !== undefined) expect(await unannounced.json()).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  expect(await waiting()).toEqual([]);
});

test('a file that was let go is gone; one that lies elsewhere is only forgotten', async () => {
  const { files, url, post, waiting } = await started();
  const { fileId } = await accepted(await post('x'));
  expect((await fetch(`${url}/files/${fileId}`, { method: 'DELETE', headers: authorized })).status).toBe(200);
  expect((await fetch(`${url}/files/${fileId}`, { headers: authorized })).status).toBe(404);
  expect(await waiting()).toEqual([]);
  const path = join(await temporaryFolder(), 'mine.xml');
  await writeFile(path, 'mine');
  const adopted = await files.adopt(path);
  if (!adopted.ok) throw new Error(adopted.error.message);
  await files.release(adopted.value.id);
  expect(files.resolve(adopted.value.id)).toBeUndefined();
  expect(await readdir(join(path, '..'))).toEqual(['mine.xml']);
});

test('what was left over from an earlier run is gone at the next start', async () => {
  const { folder, post } = await started();
  await accepted(await post('left over'));
  await openExchangeFiles({ folder, random: systemRandom });
  expect(await readdir(folder).catch(() => [])).toEqual([]);
});
