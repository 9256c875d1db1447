import { mkdir, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOwnUrl } from '../../../electron/origin.ts';
import { contentSecurityPolicy, createPageFiles, fileOf } from '../../../electron/page-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function pages(): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const parent = await temporaryFolder();
  const folder = join(parent, 'renderer');
  await mkdir(join(folder, 'assets'), { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  await writeFile(join(folder, 'assets', 'index.js'), 'export {}');
  await writeFile(join(folder, 'assets', 'index.css'), 'a{}');
  await writeFile(join(folder, 'assets', 'notes.txt'), 'no page needs this');
  await writeFile(join(parent, 'secrets.json'), 'secret');
  await writeFile(join(parent, 'renderer.html'), 'a neighbour whose name begins alike');
  const answer = createPageFiles(folder, isOwnUrl);
  return (path, init) => answer(new Request(path.includes('://') ? path : `app://texttray${path}`, init));
}

test('the page, its scripts and its styles are served with their types and a strict policy', async () => {
  const get = await pages();
  for (const [path, type, body] of [
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/index.html?x=1', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/assets/index.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['/assets/index.css', 'text/css; charset=utf-8', 'a{}'],
  ] as const) {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([200, type, body]);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the policy lets nothing inline, evaluated, embedded or foreign in', () => {
  expect(contentSecurityPolicy).toContain("default-src 'none'");
  expect(contentSecurityPolicy).toContain("script-src 'self'");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|data:|frame-src/);
});

test('what is shown from memory is pictures, sound and film, and what is connected to is ourselves', () => {
  const directives = contentSecurityPolicy.split('; ');
  expect(directives.filter((directive) => directive.includes('blob:'))).toEqual(["img-src 'self' blob:", 'media-src blob:']);
  expect(directives).toContain("connect-src 'self'");
});

test.each([
  '/../secrets.json',
  '/%2e%2e/secrets.json',
  '/..%2fsecrets.json',
  '/assets/..%2f..%2fsecrets.json',
  '/..%5csecrets.json',
  '/%2e%2e%5csecrets.json',
  '/../renderer.html',
  '/%00',
  '/index.html%00.js',
  '/%',
  '/C:/windows/win.ini',
  '//etc/passwd',
  '/assets',
  '/assets/',
  '/assets/notes.txt',
  '/missing.js',
])('%s is not found', async (path) => {
  const get = await pages();
  const response = await get(path);
  expect([response.status, await response.text()]).toEqual([404, '']);
});

test('other hosts and other methods are refused', async () => {
  const get = await pages();
  expect((await get('app://other/index.html')).status).toBe(403);
  expect((await get('/index.html', { method: 'POST', body: '' })).status).toBe(405);
});

test('no path leads out of the folder', () => {
  const folder = join(sep, 'app', 'renderer');
  const part = fc.oneof(fc.string(), fc.constantFrom('..', '.', '%2e%2e', '..%2f', '%5c', '\\', '/', '%00', 'C:', '....//'));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const file = fileOf(folder, `/${parts.join('/')}`);
      expect(file === undefined || file.startsWith(folder + sep)).toBe(true);
    }),
  );
});
