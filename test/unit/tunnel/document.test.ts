import { expect, test } from 'vitest';
import { changesInTurn, noTunnel, rememberWays, settledUrl, tunnelDocumentSchema, viewOf } from '../../../src/tunnel/document.ts';
import { memoryDocument } from '../../support/memory-document.ts';

test('a document of the version that knew own URLs only is read as it was meant', () => {
  const old = { kind: 'own-url', publicUrl: 'https://texts.example.com', enabled: true };
  expect(tunnelDocumentSchema.parse(old)).toEqual({ ...noTunnel, ...old });
});

test('changes that are made at the same time do not undo each other', async () => {
  const document = memoryDocument(noTunnel);
  const change = changesInTurn(document);
  await Promise.all([
    change((current) => ({ ...current, lastUrl: 'https://one.example.com' })),
    change((current) => ({ ...current, enabled: false })),
    change((current) => ({ ...current, secrets: ['tunnel:ngrok-token'] })),
  ]);
  expect(document.get()).toMatchObject({ lastUrl: 'https://one.example.com', enabled: false, secrets: ['tunnel:ngrok-token'] });
});

test('a change that cannot be written does not hold up the next one', async () => {
  let fails = true;
  const document = memoryDocument(noTunnel);
  const change = changesInTurn({ ...document, set: (value) => (fails ? Promise.reject(new Error('full')) : document.set(value)) });
  await expect(change((current) => ({ ...current, enabled: false }))).rejects.toThrow('full');
  fails = false;
  await change((current) => ({ ...current, lastUrl: 'https://one.example.com' }));
  expect(document.get()).toMatchObject({ enabled: true, lastUrl: 'https://one.example.com' });
});

test('secrets are shown only as whether there are any', () => {
  const view = viewOf({ ...noTunnel, ssh: { preset: 'pinggy' }, secrets: ['tunnel:ssh-passphrase', 'tunnel:cloudflared-token'] });
  expect(view).toEqual({
    ssh: { preset: 'pinggy', hasPassphrase: true },
    ngrok: { hasToken: false },
    cloudflared: { hasToken: true },
    former: { ssh: {} },
  });
});

test('what was set for a way is kept while another one is in use', async () => {
  const own = { preset: 'own-server', host: 'server.example.com', publicUrl: 'https://b.example.com' } as const;
  const first = { ...noTunnel, kind: 'own-url', publicUrl: 'https://a.example.com' } as const;
  const second = { ...noTunnel, former: rememberWays(first), kind: 'ssh', ssh: own } as const;
  const third = { ...noTunnel, former: rememberWays(second), kind: 'ssh', ssh: { preset: 'pinggy' } } as const;
  expect(viewOf(third).former).toEqual({ publicUrl: 'https://a.example.com', ssh: { 'own-server': own } });
  expect(rememberWays(third).ssh).toEqual({ 'own-server': own, pinggy: { preset: 'pinggy' } });
});

test.each([
  [{ kind: 'none' }, null],
  [{ kind: 'own-url', publicUrl: 'https://a.example.com' }, 'https://a.example.com'],
  [{ kind: 'ssh', ssh: { preset: 'localhost.run' } }, null],
  [{ kind: 'ssh', ssh: { preset: 'own-server', publicUrl: 'https://b.example.com' } }, 'https://b.example.com'],
  [{ kind: 'ngrok', ngrok: { domain: 'mine.ngrok-free.app' } }, 'https://mine.ngrok-free.app'],
  [{ kind: 'ngrok' }, null],
  [{ kind: 'cloudflared', cloudflared: { publicUrl: 'https://c.example.com' } }, 'https://c.example.com'],
  [{ kind: 'cloudflared' }, null],
])('of %j the address %s is known before it is up', (parts, url) => {
  expect(settledUrl(tunnelDocumentSchema.parse({ ...noTunnel, ...parts }))).toBe(url);
});
