/** A real OpenSSH server of the user's own. Skipped where the machine has none; `ssh-services.test.ts` needs none. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../support/free-port.ts';
import { hasSshAgent, startSshAgent } from '../../support/ssh/agent.ts';
import { writeKey } from '../../support/ssh/keys.ts';
import { type OwnServer, type SshSettingsInput, startOwnServer } from '../../support/ssh/own-server.ts';
import { sshdPath } from '../../support/ssh/real-sshd.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { digest, hookPath, postThrough, type RecordingReceiver, startRecordingReceiver } from '../../support/tunnel/recording-receiver.ts';
import { type StartedTunnel, type StartedTunnelOptions, startTunnel } from '../../support/tunnel/started-tunnel.ts';

type Ground = OwnServer & {
  readonly receiver: RecordingReceiver;
  start(changes?: Partial<SshSettingsInput>, options?: Partial<StartedTunnelOptions>): Promise<StartedTunnel>;
};

async function ground(lines: readonly string[] = []): Promise<Ground> {
  const server = await startOwnServer(await temporaryFolder(), lines);
  onTestFinished(() => server.sshd.kill());
  const receiver = await startRecordingReceiver();
  onTestFinished(() => receiver.close());
  return {
    ...server,
    receiver,
    async start(changes, options = {}) {
      const tunnel = await startTunnel({ receiverUrl: receiver.url, settings: server.settings(changes), ...options });
      onTestFinished(() => tunnel.close());
      return tunnel;
    },
  };
}

describe.runIf(sshdPath !== undefined)('an own OpenSSH server', () => {
  test('1,000 random binary bodies arrive identical, whatever their length', async () => {
    const { receiver, publicUrl, start } = await ground();
    await (await start()).until('up');
    for (let batch = 0; batch < 50; batch += 1) {
      const bodies = Array.from({ length: 20 }, (_, index) => new Uint8Array(randomBytes((batch * 20 + index) ** 2 % 100_003)));
      const seen = await Promise.all(bodies.map((body) => postThrough(publicUrl, body)));
      expect(seen).toEqual(bodies.map(digest));
    }
    expect(receiver.bodies).toHaveLength(1_000);
  });

  test('a body larger than all windows and an answer to a half-closed connection arrive whole', async () => {
    const { publicUrl, remotePort, start } = await ground();
    await (await start()).until('up');
    const body = new Uint8Array(randomBytes(12 * 1024 * 1024));
    const answer = await new Promise<string>((resolve, reject) => {
      const headers = { 'content-length': body.length, connection: 'close' };
      const asked = request({ host: '127.0.0.1', port: remotePort, path: hookPath, method: 'POST', headers }, (response) => {
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve(text));
      });
      asked.on('error', reject);
      asked.end(body);
    });
    expect(answer).toBe(digest(body));
    expect(publicUrl).toContain(String(remotePort));
  });

  test('the port the window is served at, or any other, cannot be reached through it', async () => {
    const { receiver, remotePort, start } = await ground();
    await (await start()).until('up');
    // Whatever host and port a request names, it comes out at the receiver, which answers nothing but webhook paths.
    const response = await fetch(`http://127.0.0.1:${remotePort}/rpc/state.snapshot`, {
      method: 'POST',
      headers: { host: '127.0.0.1:22' },
    });
    expect([response.status, await response.text()]).toEqual([404, '']);
    expect(receiver.bodies).toHaveLength(0);
  });

  test('a socket of the server works as a port does, and is taken over from a session that hangs', async () => {
    const { sshd, receiver, start } = await ground();
    const path = join(await temporaryFolder(), 'texttray.sock');
    const remote = { kind: 'unix-socket', path } as const;
    const first = await start({ remote });
    await first.until('up');
    const post = (body: Uint8Array): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const asked = request({ socketPath: path, path: hookPath, method: 'POST' }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        asked.on('error', reject);
        asked.end(body);
      });
    expect(await post(randomBytes(1_000))).toBe(200);
    const second = await start({ remote });
    await second.until('up');
    expect(await post(randomBytes(1_000))).toBe(200);
    expect(receiver.bodies).toHaveLength(2);
    expect(existsSync(path)).toBe(true);
    expect(sshd.log()).not.toContain('Address already in use');
  });

  test('the host key is remembered at the first connection, and a changed one stops the tunnel until it is accepted', async () => {
    const { sshd, publicUrl, start } = await ground();
    const tunnel = await start();
    await tunnel.until('up');
    const [pinned] = Object.values(tunnel.document.get().hostKeys);
    const shownBy = async (): Promise<string> => {
      const line = await readFile(join(sshd.key.path, '..', 'host_key.pub'), 'utf8');
      return `SHA256:${createHash('sha256')
        .update(Buffer.from(line.split(' ')[1] ?? '', 'base64'))
        .digest('base64')
        .replace(/=+$/, '')}`;
    };
    expect(pinned).toEqual({ host: `127.0.0.1:${sshd.port}`, type: 'ssh-ed25519', fingerprint: await shownBy() });

    await sshd.kill();
    await sshd.changeHostKey();
    await sshd.start();
    const { failure, publicUrl: shownUrl } = await tunnel.until('failed');
    const shown = { host: `127.0.0.1:${sshd.port}`, type: 'ssh-ed25519', fingerprint: await shownBy() };
    expect(failure).toMatchObject({ code: 'host-key-changed', hostKeys: { known: pinned, shown } });
    expect(shownUrl).toBeNull();
    await expect(postThrough(publicUrl, new Uint8Array(1))).rejects.toThrow();

    // Neither time nor a wake-up, nor another fingerprint, gets it going again: only the user's choice of this key.
    tunnel.nudge();
    expect(await tunnel.acceptHostKey(pinned?.fingerprint ?? '')).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(tunnel.report().state).toBe('failed');
    expect(await tunnel.acceptHostKey(shown.fingerprint)).toMatchObject({ ok: true });
    await tunnel.until('up');
    expect(await postThrough(publicUrl, new Uint8Array(3))).toBe(digest(new Uint8Array(3)));
    expect(Object.values(tunnel.document.get().hostKeys)).toEqual([shown]);
  });

  test('a server with keys of several types is still known by the first one after a newer type was added', async () => {
    const folder = await temporaryFolder();
    const older = await writeKey(folder, 'ecdsa_key', { type: 'ecdsa' });
    const { sshd, start } = await ground([`HostKey ${older.path}`]);
    const tunnel = await start();
    await tunnel.until('up');
    const [host] = Object.keys(tunnel.document.get().hostKeys);
    // As if the ECDSA key had been the only one when the server was first met.
    const blob = Buffer.from(older.publicKey.split(' ')[1] ?? '', 'base64');
    const fingerprint = `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
    const hostKeys = { [host ?? '']: { host: host ?? '', type: 'ecdsa-sha2-nistp256', fingerprint } };
    await tunnel.document.set({ ...tunnel.document.get(), hostKeys });
    await sshd.kill();
    await sshd.start();
    await tunnel.until('up');
    expect(Object.values(tunnel.document.get().hostKeys)).toEqual([{ host, type: 'ecdsa-sha2-nistp256', fingerprint }]);
  });

  describe('logging in', () => {
    test('a key the server does not know stops the tunnel with the reason', async () => {
      const { start } = await ground();
      const stranger = await writeKey(await temporaryFolder(), 'stranger');
      const tunnel = await start({ keyPath: stranger.path });
      expect((await tunnel.until('failed')).failure).toMatchObject({
        code: 'key-refused',
        action: expect.stringContaining('authorized_keys'),
      });
    });

    test('a key that is locked opens with its passphrase, which lies in the vault only', async () => {
      const { sshd, settings, start } = await ground();
      const locked = await writeKey(await temporaryFolder(), 'locked', { passphrase: 'open sesame' });
      await sshd.authorize([locked.publicKey]);
      const tunnel = await start({ keyPath: locked.path, passphrase: 'open sesame' });
      await tunnel.until('up');
      expect(JSON.stringify([tunnel.document.get(), tunnel.report()])).not.toContain('open sesame');
      expect(tunnel.report().settings.ssh).toMatchObject({ hasPassphrase: true });
      expect(await tunnel.vault.get('tunnel:ssh-passphrase')).toBe('open sesame');
      const withoutPassphrase = await tunnel.configure(settings({ keyPath: locked.path, passphrase: '' }));
      expect(withoutPassphrase).toMatchObject({ ok: false, error: { fields: { 'ssh.passphrase': expect.stringContaining('locked') } } });
      const wrong = await tunnel.configure(settings({ keyPath: locked.path, passphrase: 'open barley' }));
      expect(wrong).toMatchObject({ ok: false, error: { fields: { 'ssh.passphrase': expect.stringContaining('does not open') } } });
    });

    test('a file that is no private key, or cannot be read, is refused beside its field', async () => {
      const { sshd, settings, start } = await ground();
      const tunnel = await start();
      const note = join(await temporaryFolder(), 'note');
      await writeFile(note, 'not a key');
      for (const [keyPath, complaint] of [
        [`${sshd.key.path}.pub`, 'not a private key'],
        [note, 'not a private key'],
        [`${note}.missing`, 'cannot be read'],
      ] as const) {
        const refused = await tunnel.configure(settings({ keyPath }));
        expect(refused).toMatchObject({ ok: false, error: { fields: { 'ssh.keyPath': expect.stringContaining(complaint) } } });
      }
    });

    test('a key that cannot be read any more when the tunnel starts again stops it, and the key is never changed', async () => {
      const { sshd, start } = await ground();
      const before = await readFile(sshd.key.path);
      const tunnel = await start();
      await tunnel.until('up');
      await tunnel.stop();
      expect(await readFile(sshd.key.path)).toEqual(before);
      await writeFile(sshd.key.path, 'gone');
      await chmod(sshd.key.path, 0o600);
      await tunnel.start();
      expect((await tunnel.until('failed')).failure?.code).toBe('key-not-a-key');
    });

    test.runIf(hasSshAgent)('the SSH agent signs with its key when it is chosen', async () => {
      const { sshd, start } = await ground();
      const agent = await startSshAgent(await temporaryFolder(), sshd.key.path);
      onTestFinished(() => agent.stop());
      const tunnel = await start({ keyPath: undefined, useAgent: true }, { world: { env: { SSH_AUTH_SOCK: agent.socket } } });
      await tunnel.until('up');
      await sshd.authorize([]);
      tunnel.restart('Tried again without the key being known.');
      expect((await tunnel.until('failed')).failure?.code).toBe('key-refused');
    });

    test('an SSH agent that is chosen but not there is missed', async () => {
      const { start } = await ground();
      const env = { SSH_AUTH_SOCK: join(await temporaryFolder(), 'nobody.sock') };
      const tunnel = await start({ keyPath: undefined, useAgent: true }, { world: { env } });
      expect((await tunnel.untilFailure('agent-unavailable')).state).toBe('reconnecting');
    });

    test('the credentials of two tunnels, swapped, open neither of them', async () => {
      const one = await ground();
      const two = await ground();
      await (await one.start()).until('up');
      await (await two.start()).until('up');
      const swapped = await one.start({ keyPath: two.sshd.key.path });
      expect((await swapped.until('failed')).failure?.code).toBe('key-refused');
    });

    test("a key that may open only its own port does not open another tunnel's", async () => {
      const { sshd, remotePort, start } = await ground();
      const otherPort = await freePort();
      const other = await writeKey(await temporaryFolder(), 'other');
      await sshd.authorize([
        `permitlisten="localhost:${remotePort}" ${sshd.key.publicKey}`,
        `permitlisten="localhost:${otherPort}" ${other.publicKey}`,
      ]);
      await (await start()).until('up');
      const swapped = await start({ keyPath: other.path });
      await swapped.untilFailure('port-busy');
      const right = await start({
        keyPath: other.path,
        remote: { kind: 'port', port: otherPort },
        publicUrl: `http://127.0.0.1:${otherPort}`,
      });
      await right.until('up');
    });
  });

  test('a receiver that does not take connections makes it degraded, and it recovers with the next one that gets through', async () => {
    const { receiver, publicUrl, start } = await ground();
    const tunnel = await start();
    await tunnel.until('up');
    await receiver.close();
    await expect(postThrough(publicUrl, new Uint8Array(1))).rejects.toThrow();
    expect((await tunnel.until('degraded')).failure?.code).toBe('receiver-silent');
    const again = await startRecordingReceiver({ port: receiver.port });
    onTestFinished(() => again.close());
    expect(await postThrough(publicUrl, new Uint8Array(2))).toBe(digest(new Uint8Array(2)));
    await tunnel.until('up');
  });

  test('a check finds an open tunnel alive and leaves it as it is', async () => {
    const { publicUrl, start } = await ground();
    const tunnel = await start();
    await tunnel.until('up');
    for (let count = 0; count < 5; count += 1) tunnel.nudge();
    expect(await postThrough(publicUrl, new Uint8Array(9))).toBe(digest(new Uint8Array(9)));
    expect(tunnel.reports.map(({ state }) => state)).toEqual(['connecting', 'up']);
  });
});
