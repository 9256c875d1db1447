import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ask } from './started-ui.ts';

const program = resolve(import.meta.dirname, '../../../src/host/main.ts');

type Run = { readonly child: ChildProcess; stdout(): string; stderr(): string; readonly ended: Promise<number | null> };
type Ready = { ready: true; receiver: string; ui: string; token: string };

function run(...args: readonly string[]): Run {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (part) => {
    stdout += part;
  });
  child.stderr.on('data', (part) => {
    stderr += part;
  });
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { child, stdout: () => stdout, stderr: () => stderr, ended };
}

const inFolder = (folder: string): string[] => ['--data-dir', folder, '--receiver-port', '0', '--ui-port', '0'];

async function ready(host: Run): Promise<Ready> {
  await eventually('the host is ready', () => {
    if (host.child.exitCode !== null) throw new Error(`It ended: ${host.stderr()}`);
    return host.stdout().endsWith('\n');
  });
  return JSON.parse(host.stdout()) as Ready;
}

describe('the browser host’s process', () => {
  it('says where it is in one line of JSON, answers there, and ends cleanly on SIGTERM with a window open', async () => {
    const host = run(...inFolder(await temporaryFolder()));
    const { receiver, ui, token, ...rest } = await ready(host);
    expect(rest).toEqual({ ready: true });
    expect(receiver).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(ui).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(token.length).toBeGreaterThanOrEqual(43);

    const headers = { authorization: `Bearer ${token}` };
    const snapshot = await fetch(`${ui}/rpc/state.snapshot`, { method: 'POST', headers, body: '{}' });
    expect(await snapshot.json()).toMatchObject({ ok: true, value: { host: { kind: 'browser', canStartAtLogin: false } } });
    const events = await fetch(`${ui}/events`, { headers });
    expect(events.status).toBe(200);

    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(host.stdout().match(/\n/g)).toHaveLength(1);
    expect(host.stderr()).not.toContain(token);
  });

  it('keeps the window off the receiver’s port and webhooks off the window’s', async () => {
    const host = run(...inFolder(await temporaryFolder()));
    const { receiver, ui, token } = await ready(host);
    const port = Number(new URL(receiver).port);
    for (const [method, path] of [
      ['GET', '/'],
      ['POST', '/rpc/state.snapshot'],
      ['GET', '/events'],
    ] as const) {
      const reply = await ask(port, { method, path, headers: { authorization: `Bearer ${token}` } });
      expect([reply.status, reply.text]).toEqual([404, '']);
    }
    const webhook = await fetch(`${ui}/hooks/AAAAAAAAAAAAAAAAAAAAAA`, { method: 'POST', body: 'x' });
    expect(webhook.status).toBe(404);
  });

  it('keeps what it was told, and has a new token at each start', async () => {
    const folder = await temporaryFolder();
    const first = run(...inFolder(folder), '--public-url', 'https://sms.example');
    const before = await ready(first);
    const input = { provider: 'receivesms-ink', label: 'Kept', number: '+12025550100', credentials: { webhookSecret: 'a secret' } };
    const created = await fetch(`${before.ui}/rpc/lines.create`, {
      method: 'POST',
      headers: { authorization: `Bearer ${before.token}` },
      body: JSON.stringify(input),
    });
    expect(await created.json()).toMatchObject({
      ok: true,
      value: { webhookUrl: expect.stringMatching(/^https:\/\/sms\.example\/hooks\//) },
    });
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const after = await ready(run(...inFolder(folder)));
    expect(after.token).not.toBe(before.token);
    const call = (token: string) =>
      fetch(`${after.ui}/rpc/lines.list`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: '{}' });
    expect((await call(before.token)).status).toBe(401);
    const line = { label: 'Kept', storedSecrets: { webhookSecret: true } };
    expect(await (await call(after.token)).json()).toMatchObject({
      ok: true,
      value: { items: expect.arrayContaining([expect.objectContaining(line)]) },
    });
  });

  it('goes on when nobody reads its log any more', async () => {
    const host = run(...inFolder(await temporaryFolder()));
    const { ui, token } = await ready(host);
    host.child.stderr?.destroy();
    const headers = { authorization: `Bearer ${token}` };
    const configure = (publicUrl: string) =>
      fetch(`${ui}/rpc/tunnel.configure`, { method: 'POST', headers, body: JSON.stringify({ kind: 'own-url', publicUrl }) });
    for (let index = 0; index < 5; index += 1) expect((await configure(`https://sms${index}.example`)).status).toBe(200);
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
  });
});

describe('the browser host’s process that cannot start', () => {
  it.each([
    ['an option it does not know', ['--prot', '1'], 2, /--prot.*\n\nTexttray in a browser tab/s],
    ['a port that is none', ['--ui-port', 'x'], 2, /--ui-port must be a number/],
    ['a public address that is none', [...inFolder('unused'), '--public-url', 'ftp://sms.example'], 2, /--public-url/],
  ])('says why and ends with its code: %s', async (_what, args, code, sentence) => {
    const host = run(...args);
    expect(await host.ended).toBe(code);
    expect([host.stdout(), host.stderr()]).toEqual(['', expect.stringMatching(sentence)]);
  });

  it('says that its data folder is none', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    const host = run(...inFolder(file));
    expect(await host.ended).toBe(1);
    expect([host.stdout(), host.stderr()]).toEqual(['', expect.stringMatching(/^Texttray cannot start\. The data folder /)]);
  });

  it('says that a port is taken, and leaves nothing running', async () => {
    const { receiver } = await ready(run(...inFolder(await temporaryFolder())));
    const { port } = new URL(receiver);
    for (const option of ['--receiver-port', '--ui-port']) {
      const host = run(...inFolder(await temporaryFolder()), option, port);
      expect(await host.ended).toBe(1);
      expect(host.stdout()).toBe('');
      expect(host.stderr()).toContain(`Port ${port} is used by another program.`);
    }
  });

  it('explains itself when asked', async () => {
    const host = run('--help');
    expect(await host.ended).toBe(0);
    expect(host.stdout()).toContain('--receiver-port');
  });
});
