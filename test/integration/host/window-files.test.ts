import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ask, page, startUi, token } from './started-ui.ts';

describe('the window’s files', () => {
  it('begin with the page, which holds no token and is asked for again each time', async () => {
    const { port } = await startUi();
    const reply = await ask(port, { path: '/' });
    expect([reply.status, reply.text]).toEqual([200, page]);
    expect(reply.headers['content-type']).toMatch(/^text\/html; charset=utf-8$/i);
    expect(reply.headers['cache-control']).toBe('no-cache');
    expect(reply.text + JSON.stringify(reply.headers)).not.toContain(token);
  });

  it('have their types, and are kept when their name holds a hash', async () => {
    const { port } = await startUi();
    const script = await ask(port, { path: '/assets/index-abc123.js' });
    expect(script.headers['content-type']).toMatch(/^text\/javascript/);
    expect(script.headers['cache-control']).toContain('immutable');
    const style = await ask(port, { path: '/assets/index-abc123.css' });
    expect(style.headers['content-type']).toMatch(/^text\/css/);
  });

  it('come with a policy that lets only our own scripts run and only our own server be talked to', async () => {
    const { port } = await startUi();
    for (const path of ['/', '/assets/index-abc123.js', '/missing', '/rpc/settings.get']) {
      const { headers } = await ask(port, { path });
      const policy = new Map(
        String(headers['content-security-policy'])
          .split('; ')
          .map((directive) => directive.split(/ (.*)/).slice(0, 2) as [string, string]),
      );
      expect(policy.get('default-src')).toBe("'none'");
      expect(policy.get('script-src')).toBe("'self'");
      expect(policy.get('connect-src')).toBe("'self'");
      expect(policy.get('frame-ancestors')).toBe("'none'");
      expect([...policy.values()].join(' ')).not.toMatch(/unsafe|\*|http/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it.each([
    '/missing',
    '/settings',
    '/assets/',
    '/assets',
    '/index.html/',
    '/.secret',
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/assets/../../outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/..%5coutside.txt',
    '//outside.txt',
    '/%00',
    '/../../../../../../etc/passwd',
  ])('are those of the window and no others: %s', async (path) => {
    const { port } = await startUi();
    const reply = await ask(port, { path });
    expect([400, 403, 404]).toContain(reply.status);
    expect(JSON.parse(reply.text).ok).toBe(false);
  });

  it('are not written to', async () => {
    const { port } = await startUi();
    for (const method of ['PUT', 'POST', 'DELETE']) {
      const reply = await ask(port, { method, path: '/index.html', body: 'x' });
      expect([reply.status, JSON.parse(reply.text).ok]).toEqual([404, false]);
    }
    expect((await ask(port, { path: '/' })).text).toBe(page);
  });

  it('are missed with a sentence that says what to do', async () => {
    const { port } = await startUi({}, { windowFolder: join(await temporaryFolder(), 'renderer') });
    const reply = await ask(port, { path: '/' });
    expect([reply.status, reply.text]).toEqual([503, 'The window is not built. Run "npm run build" and load this page again.\n']);
  });
});

describe('the window’s server', () => {
  it('takes another port when the usual one is taken, and says when the one asked for is', async () => {
    const usual = await startUi({}, { port: undefined });
    const next = await startUi({}, { port: undefined });
    expect(next.url).not.toBe(usual.url);
    await expect(startUi({}, { port: next.port })).rejects.toThrow(`Port ${next.port} is used by another program.`);
  });
});
