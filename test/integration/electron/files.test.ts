import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answered } from '../../../src/contract/errors.ts';
import type { ChosenFile } from '../../../src/contract/files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { mustBe, type Running, startForFile } from './running.ts';

let app: Running;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ app, end } = await startForFile());
});
afterAll(() => end());

/** Asks for files the way the window does. */
const ask = <Value>(request: unknown): Promise<Answered<Value>> =>
  app.page.evaluate((given) => {
    const bridge: { file(request: unknown): Promise<unknown> } = Reflect.get(globalThis, 'texttray');
    return bridge.file(given);
  }, request) as Promise<Answered<Value>>;

async function chosen(content: string): Promise<ChosenFile> {
  const path = join(await temporaryFolder(), 'mine.xml');
  await writeFile(path, content);
  await app.command({ do: 'pick-file', path });
  const file = mustBe(await ask<ChosenFile | null>({ do: 'choose', accept: ['.xml'] }));
  if (file === null) throw new Error('No file was chosen.');
  return file;
}

test('the window is told the name and size of a chosen file, and no path', async () => {
  const file = await chosen('<smses/>');
  expect(file).toEqual({ fileId: expect.stringMatching(/^[A-Za-z0-9_-]{22}$/), name: 'mine.xml', bytes: 8 });
});

test('a dialog that is closed is no failure', async () => {
  expect(await ask({ do: 'choose', accept: ['.xml'] })).toEqual({ ok: true, value: null });
  const { fileId } = await chosen('<smses/>');
  expect(await ask({ do: 'save', fileId })).toEqual({ ok: true, value: null });
});

test('a file is saved where the user wants it; where that is not possible the reason is said', async () => {
  const { fileId } = await chosen('content');
  const path = join(await temporaryFolder(), 'saved.xml');
  await app.command({ do: 'pick-file', path });
  expect(await ask({ do: 'save', fileId })).toEqual({ ok: true, value: { name: 'saved.xml' } });
  expect(await readFile(path, 'utf8')).toBe('content');
  await app.command({ do: 'pick-file', path: join(path, 'below-a-file.xml') });
  expect(await ask({ do: 'save', fileId })).toMatchObject({
    ok: false,
    error: { code: 'file-not-saved', message: expect.stringMatching(/^The file could not be saved there\. .+/) },
  });
});

test('a dropped file comes in pieces and is whole in the end', async () => {
  const { fileId } = mustBe(await ask<{ fileId: string }>({ do: 'begin', name: 'a.xml', bytes: 6 }));
  const piece = (text: string) =>
    app.page.evaluate(
      ([id, content]) => {
        const bridge: { file(request: unknown): Promise<unknown> } = Reflect.get(globalThis, 'texttray');
        return bridge.file({ do: 'add', fileId: id, data: new TextEncoder().encode(content) });
      },
      [fileId, text] as const,
    );
  expect([await piece('abc'), await piece('def')]).toEqual([
    { ok: true, value: null },
    { ok: true, value: null },
  ]);
  expect(mustBe(await ask({ do: 'finish', fileId }))).toMatchObject({ name: 'a.xml', bytes: 6 });
  expect(await ask({ do: 'finish', fileId })).toMatchObject({ ok: false, error: { code: 'file-gone' } });
});

test.each([
  ['nothing', undefined],
  ['a path', { do: 'adopt', path: '/etc/passwd' }],
  ['an ending that is none', { do: 'choose', accept: ['../x'] }],
  ['an id that is a path', { do: 'save', fileId: '../../../etc/passwd' }],
  ['a piece that is no bytes', { do: 'add', fileId: 'A'.repeat(22), data: 'text' }],
])('%s is refused', async (_what, request) => {
  expect(await ask(request)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
});

test('another page, or a frame in ours, is not answered', async () => {
  for (const sender of [
    { url: 'https://evil.example/', isMainFrame: true },
    { url: 'app://texttray/index.html', isMainFrame: false },
  ]) {
    const answer = await app.command({ do: 'invoke-as', ...sender, channel: 'texttray:file', args: [{ do: 'choose', accept: ['.xml'] }] });
    expect(answer).toMatchObject({ ok: true, value: { ok: false, error: { code: 'not-permitted' } } });
  }
});
