import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { refuse } from '../../../src/contract/errors.ts';
import { ok } from '../../../src/domain/result.ts';
import { settingsSchema } from '../../../src/domain/settings.ts';
import { ask, authorized, startUi, token } from './started-ui.ts';

const settings = settingsSchema.parse({});
const getSettings = { method: 'POST', path: '/rpc/settings.get', headers: authorized, body: '{}' };
const notPermitted = expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'not-permitted' }) });

describe('a call', () => {
  it('is answered with what the handler answers', async () => {
    const { port } = await startUi({ 'settings.get': async () => ok(settings) });
    const reply = await ask(port, getSettings);
    expect([reply.status, JSON.parse(reply.text)]).toEqual([200, { ok: true, value: settings }]);
    expect(reply.headers['content-type']).toMatch(/^application\/json/);
    expect(reply.headers['cache-control']).toBe('no-store');
  });

  it('may leave out the body when the method needs no input', async () => {
    const { port } = await startUi({ 'settings.get': async () => ok(settings) });
    const reply = await ask(port, { method: 'POST', path: '/rpc/settings.get', headers: authorized });
    expect(JSON.parse(reply.text)).toEqual({ ok: true, value: settings });
  });

  it('is HTTP 200 when the handler refuses', async () => {
    const { port } = await startUi({ 'lines.remove': async () => refuse('line-not-found') });
    const reply = await ask(port, { method: 'POST', path: '/rpc/lines.remove', headers: authorized, body: '{"id":"l_1"}' });
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([200, { ok: false, error: { code: 'line-not-found' } }]);
  });

  it('with input of the wrong form says which fields, and runs no handler', async () => {
    let runs = 0;
    const { port } = await startUi({
      'lines.create': async () => {
        runs += 1;
        return refuse('unexpected');
      },
    });
    const body = JSON.stringify({ provider: 'cloudvno', label: ' ', credentials: { authToken: 5 } });
    const reply = await ask(port, { method: 'POST', path: '/rpc/lines.create', headers: authorized, body });
    expect(reply.status).toBe(200);
    const answer = JSON.parse(reply.text);
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input', fields: { label: 'Give the line a name.' } } });
    expect(Object.keys(answer.error.fields).sort()).toEqual(['credentials.authToken', 'label', 'number']);
    expect(runs).toBe(0);
  });

  it('whose handler has a bug is answered without its inside, and the bug is in the log', async () => {
    const { port, logged } = await startUi({
      'settings.get': async () => {
        throw new Error('a secret of the inside');
      },
    });
    const reply = await ask(port, getSettings);
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([200, { ok: false, error: { code: 'unexpected' } }]);
    expect(reply.text).not.toContain('secret');
    expect(logged).toEqual(['rpc.bug']);
  });

  it.each(['nothing.here', '__proto__', 'constructor', 'state.snapshot.x', 'state.snapshot%00'])(
    'of a method that is not in the contract is 404: %s',
    async (method) => {
      const { port } = await startUi();
      const reply = await ask(port, { method: 'POST', path: `/rpc/${method}`, headers: authorized, body: '{}' });
      expect([reply.status, JSON.parse(reply.text)]).toMatchObject([404, { ok: false, error: { code: 'not-found' } }]);
    },
  );

  it.each(['GET', 'PUT', 'DELETE'])('is a POST, not a %s', async (method) => {
    const { port } = await startUi({ 'settings.get': async () => ok(settings) });
    const reply = await ask(port, { ...getSettings, method, body: '' });
    expect([reply.status, JSON.parse(reply.text).ok]).toEqual([404, false]);
  });

  it('that is not JSON is 400', async () => {
    const { port } = await startUi();
    const reply = await ask(port, { ...getSettings, body: '{"half":' });
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([400, { ok: false, error: { code: 'invalid-input' } }]);
  });

  it('may be as large as a body of the replay lab where it is for the lab', async () => {
    const { port } = await startUi({ 'deliveries.replay': async ({ requests }) => ok({ results: requests.map(() => result) }) });
    const result = { status: 413, verdict: null, tookMs: 1 };
    const request = { headers: [], body: { kind: 'text', text: 'x'.repeat(1_048_576) }, sign: 'line' };
    const body = JSON.stringify({ lineId: 'l_1', requests: Array.from({ length: 20 }, () => request) });
    const reply = await ask(port, { method: 'POST', path: '/rpc/deliveries.replay', headers: authorized, body });
    expect([reply.status, JSON.parse(reply.text).value?.results.length]).toEqual([200, 20]);
    const elsewhere = await ask(port, { method: 'POST', path: '/rpc/deliveries.compose', headers: authorized, body });
    expect(elsewhere.status).toBe(413);
  });

  it('that is larger than every input there is, is 413', async () => {
    const { port } = await startUi();
    const reply = await ask(port, { ...getSettings, body: JSON.stringify({ body: 'x'.repeat(300_000) }) });
    expect([reply.status, JSON.parse(reply.text)]).toMatchObject([413, { ok: false, error: { code: 'invalid-input' } }]);
  });

  it('is not unpacked', async () => {
    const { port } = await startUi({ 'settings.get': async () => ok(settings) });
    const headers = { ...authorized, 'content-encoding': 'gzip' };
    const reply = await ask(port, { ...getSettings, headers, body: gzipSync('{}') });
    expect([reply.status, JSON.parse(reply.text).ok]).toEqual([415, false]);
  });

  it('of a path that cannot be decoded is 400, not a page', async () => {
    const { port } = await startUi();
    const reply = await ask(port, { ...getSettings, path: '/rpc/%zz' });
    expect([reply.status, JSON.parse(reply.text).ok]).toEqual([400, false]);
  });
});

describe('the token', () => {
  it.each([
    ['none', {}],
    ['another', { authorization: 'Bearer another' }],
    ['a longer one', { authorization: `Bearer ${token}x` }],
    ['the beginning', { authorization: `Bearer ${token.slice(0, -1)}` }],
    ['the bare token', { authorization: token }],
    ['an empty one', { authorization: 'Bearer ' }],
    ['another scheme', { authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}` }],
  ])('is needed for calls and events: %s', async (_what, headers) => {
    const { port } = await startUi({ 'settings.get': async () => ok(settings) });
    for (const reply of [await ask(port, { ...getSettings, headers }), await ask(port, { path: '/events', headers })]) {
      expect([reply.status, JSON.parse(reply.text)]).toEqual([401, notPermitted]);
    }
  });

  it('in the address is none', async () => {
    const { port } = await startUi();
    const reply = await ask(port, { path: `/events?token=${token}` });
    expect(reply.status).toBe(401);
  });

  it('is asked for before it is said which methods there are', async () => {
    const { port } = await startUi();
    const reply = await ask(port, { method: 'POST', path: '/rpc/nothing.here', body: '{}' });
    expect(reply.status).toBe(401);
  });
});

describe('a page of another origin', () => {
  const paths = [{ ...getSettings }, { path: '/events', headers: authorized }, { path: '/' }];

  it.each([
    ['a name that was made to lead here', (port: number) => `attacker.example:${port}`],
    ['a name that begins like ours', (port: number) => `localhost.attacker.example:${port}`],
    ['another port', (port: number) => `127.0.0.1:${port === 1 ? 2 : port - 1}`],
    ['no port', () => '127.0.0.1'],
    ['another loopback name', (port: number) => `127.0.0.2:${port}`],
    ['a user before the name', (port: number) => `a@127.0.0.1:${port}`],
  ])('is not answered when it reaches us by %s', async (_what, hostOf) => {
    const { port } = await startUi({ 'settings.get': async () => ok(settings) });
    for (const path of paths) {
      const reply = await ask(port, { ...path, headers: { ...path.headers, host: hostOf(port) } });
      expect([reply.status, JSON.parse(reply.text)]).toEqual([403, notPermitted]);
    }
  });

  it.each([
    ['another site', () => 'https://attacker.example'],
    ['no site (a sandboxed frame)', () => 'null'],
    ['another port of this computer', (port: number) => `http://127.0.0.1:${port === 1 ? 2 : port - 1}`],
    ['the same place by https', (port: number) => `https://127.0.0.1:${port}`],
    ['another name of this computer', (port: number) => `http://localhost:${port}`],
  ])('is not answered when it comes from %s', async (_what, originOf) => {
    const { port } = await startUi({ 'settings.get': async () => ok(settings) });
    for (const path of paths) {
      const reply = await ask(port, { ...path, headers: { ...path.headers, origin: originOf(port) } });
      expect([reply.status, JSON.parse(reply.text)]).toEqual([403, notPermitted]);
    }
  });

  it('is not given leave by a preflight', async () => {
    const { port } = await startUi();
    const headers = { origin: 'https://attacker.example', 'access-control-request-method': 'POST' };
    const reply = await ask(port, { ...getSettings, method: 'OPTIONS', headers, body: '' });
    expect(reply.status).toBe(403);
    expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('our own page', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('is answered by the name %s', async (name) => {
    const { port } = await startUi({ 'settings.get': async () => ok(settings) });
    const host = `${name}:${port}`;
    const reply = await ask(port, { ...getSettings, headers: { ...authorized, host, origin: `http://${host.toLowerCase()}` } });
    expect(reply.status).toBe(200);
  });
});
