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
import { type OwnServer, startOwnServer } from '../support/ssh/own-server.ts';
import { sshdPath } from '../support/ssh/real-sshd.ts';
import { postThrough, startRecordingReceiver } from '../support/tunnel/recording-receiver.ts';
import { type StartedTunnel, startTunnel } from '../support/tunnel/started-tunnel.ts';
import { startChild } from './child.ts';
import { load, median } from './load.ts';
import type { Tunnelled } from './servers/tunnelled.ts';

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
  const server = await ownServer(workFolder, 'speed');
  const child = await startChild<Tunnelled>('tunnelled.ts', [JSON.stringify(server.settings())]);
  const receiverUrl = child.report.url;
  try {
    const speed = await compare(`${receiverUrl}/hook`, `${server.publicUrl}/hook`);
    const recoveryMs = await timeRecoveries(workFolder, receiverUrl);
    const frozenNoticedMs = await timeFreeze(workFolder, receiverUrl);
    return { ...speed, recoveryMs, frozenNoticedMs, identicalBodies: await countIdentical(workFolder) };
  } finally {
    await child.stop();
    await server.sshd.kill();
  }
}

async function ownServer(workFolder: string, name: string): Promise<OwnServer> {
  const folder = join(workFolder, `sshd-${name}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return startOwnServer(folder);
}

/** Lets `work` use a tunnel through a server of its own. */
async function through<Value>(
  place: { readonly workFolder: string; readonly name: string; readonly receiverUrl: string },
  work: (way: { server: OwnServer; tunnel: StartedTunnel }) => Promise<Value>,
): Promise<Value> {
  const server = await ownServer(place.workFolder, place.name);
  const tunnel = await startTunnel({ receiverUrl: place.receiverUrl, settings: server.settings() });
  try {
    await tunnel.until('up');
    return await work({ server, tunnel });
  } finally {
    await tunnel.close();
    await server.sshd.kill();
  }
}

async function compare(
  direct: string,
  tunnelled: string,
): Promise<Omit<TunnelFigures, 'recoveryMs' | 'frozenNoticedMs' | 'identicalBodies'>> {
  const figures = {
    directMs: [] as number[],
    throughMs: [] as number[],
    directPerSecond: [] as number[],
    throughPerSecond: [] as number[],
  };
  for (const url of [direct, tunnelled]) await load(url, { clients: 4, requests: 400 });
  for (let round = 0; round < rounds; round += 1) {
    figures.directMs.push(median((await load(direct, { clients: 1, requests: 400 })).milliseconds));
    figures.throughMs.push(median((await load(tunnelled, { clients: 1, requests: 400 })).milliseconds));
    figures.directPerSecond.push((await load(direct, { clients: 16, requests: 3_200 })).perSecond);
    figures.throughPerSecond.push((await load(tunnelled, { clients: 16, requests: 3_200 })).perSecond);
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
async function timeRecoveries(workFolder: string, receiverUrl: string): Promise<number> {
  const names = Array.from({ length: sideBySide }, (_, index) => `recovery-${index}`);
  const times = await Promise.all(names.map((name) => through({ workFolder, name, receiverUrl }, ({ server }) => timeCycles(server))));
  return median(times.flat());
}

async function timeCycles({ sshd, publicUrl }: OwnServer): Promise<number[]> {
  const times: number[] = [];
  for (let cycle = 0; cycle < cycles / sideBySide; cycle += 1) {
    await wait(settledAfterMs);
    await sshd.kill();
    await sshd.start();
    const back = performance.now();
    while (!(await answers(publicUrl))) await wait(5);
    times.push(performance.now() - back);
  }
  return times;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/hook`, { method: 'POST', body: '{}', signal: AbortSignal.timeout(2_000) })).status === 204;
  } catch {
    return false;
  }
}

function timeFreeze(workFolder: string, receiverUrl: string): Promise<number> {
  return through({ workFolder, name: 'freeze', receiverUrl }, async ({ server, tunnel }) => {
    const frozen = performance.now();
    server.sshd.freeze();
    try {
      while (tunnel.report().state === 'up') await wait(50);
      return performance.now() - frozen;
    } finally {
      server.sshd.thaw();
    }
  });
}

async function countIdentical(workFolder: string): Promise<number> {
  const receiver = await startRecordingReceiver({ record: false });
  try {
    return await through({ workFolder, name: 'bodies', receiverUrl: receiver.url }, async ({ server }) => {
      let identical = 0;
      for (let index = 0; index < bodies; index += 1) {
        const body = new Uint8Array(randomBytes(Math.floor((index / bodies) * 100_000)));
        if ((await postThrough(server.publicUrl, body)) === createHash('sha256').update(body).digest('hex')) identical += 1;
      }
      return identical;
    });
  } finally {
    await receiver.close();
  }
}
