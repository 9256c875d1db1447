/** How the cloudflared program is found, started, read, watched and ended, with a stand-in for the program. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { TunnelSettings } from '../../../src/contract/tunnel.ts';
import { eventually } from '../../support/eventually.ts';
import { isRunning } from '../../support/processes.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import {
  type FakeCloudflared,
  fakeCloudflared,
  type Part,
  quickLines,
  registered,
  unregistered,
} from '../../support/tunnel/fake-cloudflared.ts';
import { startTunnelProcess } from '../../support/tunnel/started-process.ts';
import { type StartedTunnel, type StartedTunnelOptions, startTunnel } from '../../support/tunnel/started-tunnel.ts';

type Cloudflared = NonNullable<TunnelSettings['cloudflared']>;

async function program(part?: Part): Promise<FakeCloudflared> {
  return fakeCloudflared(join(await temporaryFolder(), 'bin'), part);
}

async function start(cloudflared: Cloudflared, options: Partial<StartedTunnelOptions> = {}): Promise<StartedTunnel> {
  const tunnel = await startTunnel({ receiverUrl: 'http://127.0.0.1:4711', settings: { kind: 'cloudflared', cloudflared }, ...options });
  onTestFinished(() => tunnel.close());
  return tunnel;
}

const token = 'eyJhIjoiY2xvdWRmbGFyZSJ9';

describe.skipIf(process.platform === 'win32')('cloudflared', () => {
  test('as a quick tunnel leads to the receiver, and its address is read from its log', async () => {
    const fake = await program();
    const tunnel = await start({ path: fake.path });
    expect((await tunnel.until('up')).publicUrl).toBe('https://buffalo-marco-cardiff-motel.trycloudflare.com');
    const [started] = fake.starts();
    expect(started?.args).toEqual(['tunnel', '--no-autoupdate', '--config', '/dev/null', '--url', 'http://127.0.0.1:4711']);
    expect(started?.env).toEqual({});
  });

  test('as a named tunnel gets its token through the environment, where no other user reads it', async () => {
    const fake = await program({ lines: [registered(0)] });
    const env = { ...process.env, TUNNEL_URL: 'http://127.0.0.1:22', TUNNEL_TOKEN: 'of another tunnel' };
    const tunnel = await start({ path: fake.path, publicUrl: 'https://texts.example.com', token }, { world: { env } });
    expect((await tunnel.until('up')).publicUrl).toBe('https://texts.example.com');
    const [started] = fake.starts();
    expect(started).toMatchObject({ args: ['tunnel', '--no-autoupdate', 'run'], env: { TUNNEL_TOKEN: token } });
    expect(Object.keys(started?.env ?? {})).toEqual(['TUNNEL_TOKEN']);
    expect(JSON.stringify([tunnel.document.get(), tunnel.report()])).not.toContain(token);
  });

  test('is found on the PATH', async () => {
    const fake = await program();
    const tunnel = await start({}, { world: { env: { ...process.env, PATH: `/nowhere:${fake.folder}` } } });
    await tunnel.until('up');
    expect(fake.starts()).toHaveLength(1);
  });

  test('that is not there, or a token that is missing, is refused beside its field', async () => {
    const fake = await program();
    const tunnel = await startTunnel({ receiverUrl: 'http://127.0.0.1:9' });
    onTestFinished(() => tunnel.close());
    const refusal = async (cloudflared: Cloudflared) => {
      const refused = await tunnel.configure({ kind: 'cloudflared', cloudflared });
      return refused.ok ? undefined : Object.keys(refused.error.fields ?? {});
    };
    expect(await refusal({ path: join(fake.folder, 'missing') })).toEqual(['cloudflared.path']);
    expect(await refusal({ path: fake.folder })).toEqual(['cloudflared.path']);
    expect(await refusal({ path: fake.path, publicUrl: 'https://texts.example.com' })).toEqual(['cloudflared.token']);
    expect(await refusal({ path: fake.path, token })).toEqual(['cloudflared.publicUrl']);
    expect(await refusal({ path: fake.path, token, publicUrl: 'https://10.0.0.1' })).toEqual(['cloudflared.publicUrl']);
    expect(fake.starts()).toEqual([]);
  });

  test('that was there when it was chosen and is gone now stops the tunnel', async () => {
    const fake = await program();
    const tunnel = await start({ path: fake.path });
    await tunnel.until('up');
    const later = await startTunnel({
      receiverUrl: 'http://127.0.0.1:9',
      document: { ...tunnel.document, get: () => ({ ...tunnel.document.get(), cloudflared: { path: join(fake.folder, 'gone') } }) },
    });
    onTestFinished(() => later.close());
    expect((await later.until('failed')).failure?.code).toBe('program-not-found');
  });

  test('that is another program is said not to be it', async () => {
    const other = join(await temporaryFolder(), 'other');
    await writeFile(other, '#!/bin/sh\necho hello >&2\n', { mode: 0o755 });
    expect((await (await start({ path: other })).until('failed')).failure?.code).toBe('program-broken');
    const unrunnable = join(await temporaryFolder(), 'unrunnable');
    await writeFile(unrunnable, 'no program at all', { mode: 0o755 });
    expect((await (await start({ path: unrunnable })).until('failed')).failure?.code).toBe('program-broken');
  });

  test.each([
    ['Provided Tunnel token is not valid.', 'token-wrong', 'failed'],
    ['failed to request quick Tunnel: status_code="429 Too Many Requests"', 'quota-reached', 'reconnecting'],
    ['failed to request quick Tunnel: dial tcp: lookup api.trycloudflare.com: no such host', 'no-dns', 'reconnecting'],
  ])('that ends with "%s" says %s', async (line, code, state) => {
    const fake = await program({ lines: [line], exit: 1 });
    expect(await (await start({ path: fake.path })).untilFailure(code)).toMatchObject({ state });
  });

  test('that ends is started again, and a new address is pointed out', async () => {
    const fake = await program();
    const tunnel = await start({ path: fake.path });
    await tunnel.until('up');
    await fake.play({ lines: quickLines('another-random-name') });
    process.kill(fake.starts()[0]?.pid ?? 0, 'SIGKILL');
    await tunnel.untilFailure('address-changed');
    expect(tunnel.report()).toMatchObject({ state: 'up', publicUrl: 'https://another-random-name.trycloudflare.com' });
    expect(fake.starts()).toHaveLength(2);
    expect(tunnel.log()).toContain('cloudflared ended by itself.');
  });

  test('is degraded while none of its connections is there', async () => {
    const fake = await program();
    const tunnel = await start({ path: fake.path });
    await tunnel.until('up');
    await fake.say(unregistered(0));
    await fake.say(unregistered(1));
    expect((await tunnel.until('degraded')).failure?.code).toBe('connection-lost');
    await fake.say(registered(2));
    await tunnel.until('up');
  });

  test.each([false, true])('ends when the tunnel is stopped (stubborn: %s)', async (stubborn) => {
    const fake = await program({ lines: quickLines(), stubborn });
    const tunnel = await start({ path: fake.path });
    await tunnel.until('up');
    const [started] = fake.starts();
    expect(isRunning(started?.pid ?? 0)).toBe(true);
    await tunnel.stop();
    await tunnel.close();
    expect(isRunning(started?.pid ?? 0)).toBe(false);
  });

  test.each([false, true])('ends when this program is killed (stubborn: %s)', async (stubborn) => {
    const fake = await program({ lines: quickLines(), stubborn });
    const victim = await startTunnelProcess({ kind: 'cloudflared', cloudflared: { path: fake.path } });
    onTestFinished(() => victim.kill());
    await victim.until('up');
    const [started] = fake.starts();
    expect(isRunning(started?.pid ?? 0)).toBe(true);
    await victim.kill();
    await eventually('cloudflared is gone', () => !isRunning(started?.pid ?? 0));
  });
});
