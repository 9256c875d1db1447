/** What happens to texts while an SSH server is killed, frozen and restarted, and while this computer sleeps. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SshTimings } from '../../src/tunnel/ssh/timings.ts';
import { eventually } from '../support/eventually.ts';
import { hastyClock } from '../support/hasty-clock.ts';
import { receiveSmsInk } from '../support/sign.ts';
import { startOwnServer } from '../support/ssh/own-server.ts';
import { sshdPath } from '../support/ssh/real-sshd.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testApp } from '../support/test-app.ts';
import { digest, postThrough, startRecordingReceiver } from '../support/tunnel/recording-receiver.ts';
import { startTunnelProcess } from '../support/tunnel/started-process.ts';
import { startTunnel } from '../support/tunnel/started-tunnel.ts';

const secret = 'test_webhook_secret';
const hasty: SshTimings = { keepaliveMs: 200, keepaliveCount: 2, readyMs: 1_000, checkMs: 500 };

async function ground(lines: readonly string[] = []) {
  const server = await startOwnServer(await temporaryFolder(), lines);
  onTestFinished(() => server.sshd.kill());
  return { sshd: server.sshd, publicUrl: server.publicUrl, settings: server.settings() };
}

/** A provider that sends text after text and repeats each one until it is acknowledged. */
function keepSending(url: () => string) {
  const acknowledged = new Set<number>();
  let retries = 0;
  let stopped = false;
  const send = async (id: number): Promise<void> => {
    for (;;) {
      const { body, headers } = receiveSmsInk(secret, { id, from: '+14155551234', text: `Text ${id}` });
      try {
        const response = await fetch(url(), { method: 'POST', body, headers, signal: AbortSignal.timeout(2_000) });
        await response.arrayBuffer();
        if (response.status === 204) break;
      } catch {
        // Not acknowledged: it is sent again.
      }
      retries += 1;
      await wait(20);
    }
    acknowledged.add(id);
  };
  const done = (async () => {
    for (let id = 1; !stopped; id += 1) {
      await send(id);
      await wait(5);
    }
  })();
  return {
    acknowledged,
    retries: () => retries,
    async stop() {
      stopped = true;
      await done;
    },
  };
}

describe.runIf(sshdPath !== undefined)('a real OpenSSH server', () => {
  test('killed and restarted 20 times loses no acknowledged text, and every other one arrives with its retry, once', async () => {
    const { sshd, publicUrl, settings } = await ground();
    // Waits pass faster, so that each cycle settles: 10 s are 0.25 s.
    const app = await testApp({ clock: hastyClock(40) });
    const line = await app.call('lines.create', {
      provider: 'receivesms-ink',
      label: 'Ink',
      number: '+12025550100',
      credentials: { webhookSecret: secret },
    });
    await app.call('tunnel.configure', settings);
    const isState = async (state: string): Promise<boolean> => (await app.call('tunnel.status', {})).state === state;
    const until = (state: string) => eventually(`the tunnel is ${state}`, () => isState(state));
    await until('up');
    expect((await app.call('lines.list', {})).items.find(({ id }) => id === line.id)?.webhookUrl).toBe(`${publicUrl}${line.webhookPath}`);

    const sender = keepSending(() => `${publicUrl}${line.webhookPath}`);
    for (let cycle = 1; cycle <= 20; cycle += 1) {
      const before = sender.acknowledged.size;
      await eventually(`texts arrive in cycle ${cycle}`, () => sender.acknowledged.size >= before + 3);
      await sshd.kill();
      await until('reconnecting');
      await sshd.start();
      await until('up');
    }
    await sender.stop();
    expect(sender.retries()).toBeGreaterThan(0);

    const { items } = await app.call('conversations.list', { lineId: line.id });
    const stored = new Set<string>();
    let count = 0;
    for (let before: string | undefined; ; ) {
      const page = await app.call('messages.list', {
        conversationId: items[0]?.id ?? '',
        limit: 200,
        ...(before !== undefined && { before }),
      });
      for (const { body } of page.items) stored.add(body);
      count += page.items.length;
      if (page.nextBefore === null) break;
      before = page.nextBefore;
    }
    expect([...sender.acknowledged].filter((id) => !stored.has(`Text ${id}`))).toEqual([]);
    expect(count).toBe(stored.size);
    expect(app.logged.filter(({ level }) => level === 'bug' || level === 'error')).toEqual([]);
  });

  test('that freezes is noticed by the keepalive, and used again when it goes on', async () => {
    const { sshd, publicUrl, settings } = await ground();
    const receiver = await startRecordingReceiver();
    onTestFinished(() => receiver.close());
    const tunnel = await startTunnel({ receiverUrl: receiver.url, settings, world: { ssh: hasty } });
    onTestFinished(() => tunnel.close());
    await tunnel.until('up');
    sshd.freeze();
    expect((await tunnel.until('reconnecting')).failure?.code).toBe('silent-server');
    sshd.thaw();
    await tunnel.until('up');
    expect(await postThrough(publicUrl, new Uint8Array(5))).toBe(digest(new Uint8Array(5)));
  });

  test('gets this computer back at once after it slept, although the server had given it up', async () => {
    const { sshd, publicUrl, settings } = await ground(['ClientAliveInterval 1', 'ClientAliveCountMax 1']);
    const sleeper = await startTunnelProcess(settings);
    onTestFinished(() => sleeper.kill());
    await sleeper.until('up');
    const body = new Uint8Array(100);
    expect(await postThrough(publicUrl, body)).toBe(digest(body));
    sleeper.signal('SIGSTOP');
    await eventually('the server gives the sleeper up', () => /Timeout, client not responding/.test(sshd.log()));
    const heard = sleeper.said.length;
    sleeper.signal('SIGCONT');
    await sleeper.until('reconnecting', heard);
    await sleeper.until('up', heard);
    expect(await postThrough(publicUrl, body)).toBe(digest(body));
  });

  test('that still holds the port for a session that sleeps lets go of it in the end', async () => {
    const { sshd, publicUrl, settings } = await ground(['ClientAliveInterval 2', 'ClientAliveCountMax 1']);
    const sleeper = await startTunnelProcess(settings);
    onTestFinished(() => sleeper.kill());
    await sleeper.until('up');
    sleeper.signal('SIGSTOP');
    const receiver = await startRecordingReceiver();
    onTestFinished(() => receiver.close());
    const successor = await startTunnel({ receiverUrl: receiver.url, settings, clock: hastyClock(10) });
    onTestFinished(() => successor.close());
    await successor.untilFailure('port-busy');
    await eventually('the server gives the sleeper up', () => /Timeout, client not responding/.test(sshd.log()));
    await successor.until('up');
    expect(await postThrough(publicUrl, new Uint8Array(8))).toBe(digest(new Uint8Array(8)));
    expect(receiver.bodies).toHaveLength(1);
  });

  test('is left without a session when this program is killed', async () => {
    const { publicUrl, settings } = await ground();
    const victim = await startTunnelProcess(settings);
    await victim.until('up');
    await victim.kill();
    await eventually('the port is closed', () =>
      fetch(publicUrl).then(
        () => false,
        () => true,
      ),
    );
  });
});
