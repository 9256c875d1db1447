/**
 * What the way through an ssh tunnel costs, against the same server without it, through a real OpenSSH server on this
 * machine; and how long losses last.
 * @module
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/free-port.ts';
import { type RealSshd, sshdPath, startSshd } from '../support/ssh/real-sshd.ts';
import { postThrough, startRecordingReceiver } from '../support/tunnel/recording-receiver.ts';
import { type StartedTunnel, startTunnel } from '../support/tunnel/started-tunnel.ts';
import { startChild } from './child.ts';
import { load, median } from './load.ts';

const rounds = 9;
const cycles = 20;
const sideBySide = 4;
/** Longer than the ten seconds after which a tunnel's failures are forgotten. */
const settledAfterMs = 10_500;
const bodies = 1_000;

export type TunnelFigures = {
  /** Median milliseconds of one client's request, and requests a second with 16 clients, without and with the tunnel. */
  readonly directMs: number;
  readonly throughMs: number;
  readonly directPerSecond: number;
  readonly throughPerSecond: number;
  /** Median milliseconds from the server's return to the first answer through the tunnel. */
  readonly recoveryMs: number;
  /** Milliseconds until a server that stands still is noticed. */
  readonly frozenNoticedMs: number;
  /** Of a thousand random bodies of up to 100 kB, how many arrived byte for byte. */
  readonly identicalBodies: number;
};

/** `undefined` where there is no OpenSSH server. */
export async function measureTunnel(workFolder: string): Promise<TunnelFigures | undefined> {
  if (sshdPath === undefined) return undefined;
  const folder = join(workFolder, 'sshd');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sshd = await startSshd(folder);
  const bare = await startChild<{ url: string }>('bare.ts', []);
  const direct = new URL(bare.report.url);
  const way = await open(sshd, direct.origin);
  try {
    const speed = await compare(direct.href, `${way.url}${direct.pathname}`);
    const recoveryMs = await timeRecoveries(workFolder, direct.origin);
    const frozenNoticedMs = await timeFreeze(sshd, way.tunnel);
    return { ...speed, recoveryMs, frozenNoticedMs, identicalBodies: await countIdentical(sshd) };
  } finally {
    await way.tunnel.close();
    await bare.stop();
    await sshd.kill();
  }
}

type Way = { readonly tunnel: StartedTunnel; readonly url: string };

async function open(sshd: RealSshd, receiverUrl: string): Promise<Way> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { host, user, key } = sshd;
  const remote = { kind: 'port', port } as const;
  const ssh = { preset: 'own-server', host, port: sshd.port, user, keyPath: key.path, remote, publicUrl: url } as const;
  const tunnel = await startTunnel({ receiverUrl, settings: { kind: 'ssh', ssh } });
  await tunnel.until('up');
  return { tunnel, url };
}

async function compare(
  direct: string,
  through: string,
): Promise<Omit<TunnelFigures, 'recoveryMs' | 'frozenNoticedMs' | 'identicalBodies'>> {
  const figures = {
    directMs: [] as number[],
    throughMs: [] as number[],
    directPerSecond: [] as number[],
    throughPerSecond: [] as number[],
  };
  for (const url of [direct, through]) await load(url, { clients: 4, requests: 400 });
  for (let round = 0; round < rounds; round += 1) {
    figures.directMs.push(median((await load(direct, { clients: 1, requests: 400 })).milliseconds));
    figures.throughMs.push(median((await load(through, { clients: 1, requests: 400 })).milliseconds));
    figures.directPerSecond.push((await load(direct, { clients: 16, requests: 3_200 })).perSecond);
    figures.throughPerSecond.push((await load(through, { clients: 16, requests: 3_200 })).perSecond);
  }
  const { directMs, throughMs, directPerSecond, throughPerSecond } = figures;
  return {
    directMs: median(directMs),
    throughMs: median(throughMs),
    directPerSecond: median(directPerSecond),
    throughPerSecond: median(throughPerSecond),
  };
}

/** Several servers with a tunnel each, side by side: a tunnel has to stay up ten seconds before it starts counting anew. */
async function timeRecoveries(folder: string, receiverUrl: string): Promise<number> {
  const times = await Promise.all(
    Array.from({ length: sideBySide }, (_, index) => timeRecoveriesOfOne(join(folder, `sshd-${index}`), receiverUrl)),
  );
  return median(times.flat());
}

async function timeRecoveriesOfOne(folder: string, receiverUrl: string): Promise<number[]> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const sshd = await startSshd(folder);
  const { tunnel, url } = await open(sshd, receiverUrl);
  const times: number[] = [];
  try {
    for (let cycle = 0; cycle < cycles / sideBySide; cycle += 1) {
      await wait(settledAfterMs);
      await sshd.kill();
      await sshd.start();
      const back = performance.now();
      while (!(await answers(url))) await wait(5);
      times.push(performance.now() - back);
    }
    return times;
  } finally {
    await tunnel.close();
    await sshd.kill();
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/hook`, { method: 'POST', body: '{}', signal: AbortSignal.timeout(2_000) })).status === 204;
  } catch {
    return false;
  }
}

async function timeFreeze(sshd: RealSshd, tunnel: StartedTunnel): Promise<number> {
  await tunnel.until('up');
  const frozen = performance.now();
  sshd.freeze();
  try {
    while (tunnel.report().state === 'up') await wait(50);
    return performance.now() - frozen;
  } finally {
    sshd.thaw();
  }
}

async function countIdentical(sshd: RealSshd): Promise<number> {
  const receiver = await startRecordingReceiver({ record: false });
  const way = await open(sshd, receiver.url);
  try {
    let identical = 0;
    for (let index = 0; index < bodies; index += 1) {
      const body = new Uint8Array(randomBytes(Math.floor((index / bodies) * 100_000)));
      if ((await postThrough(way.url, body)) === createHash('sha256').update(body).digest('hex')) identical += 1;
    }
    return identical;
  } finally {
    await way.tunnel.close();
    await receiver.close();
  }
}
