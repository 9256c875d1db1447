/**
 * The provider's side: signed texts over kept connections, timed one by one.
 * @module
 */
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { benchSecret } from './servers/serve.ts';

let nextId = Date.now();

/** About 420 bytes as stored, from one of two thousand senders. */
function signedText(): { body: string; signature: string } {
  nextId += 1;
  const from = `+1415555${String(nextId % 2_000).padStart(4, '0')}`;
  const text = `Message ${nextId}: the quick brown fox jumps over the lazy dog and comes back for more of it later on.`;
  const body = JSON.stringify({
    event: 'sms.received',
    version: '1',
    data: { messageId: nextId, from, to: '+12025550100', body: text, receivedAt: '2026-03-01T15:30:00.000Z' },
  });
  return { body, signature: `sha256=${createHmac('sha256', benchSecret).update(body).digest('hex')}` };
}

function post(url: string, agent: Agent): Promise<void> {
  const { body, signature } = signedText();
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-webhook-signature': signature };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 204) resolve();
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export type Load = { /** Milliseconds a request took, each. */ readonly milliseconds: number[]; readonly perSecond: number };

/** `clients` connections, each sending its next text when the one before was acknowledged. */
export async function load(url: string, { clients, requests }: { clients: number; requests: number }): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const milliseconds: number[] = [];
  let left = requests;
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const before = performance.now();
      await post(url, agent);
      milliseconds.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1_000;
  agent.destroy();
  return { milliseconds, perSecond: requests / seconds };
}

/** Texts at a fixed rate for a time, however long each takes. */
export async function steadily(url: string, { perSecond, seconds }: { perSecond: number; seconds: number }): Promise<{ sent: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const started = performance.now();
  const underWay: Promise<void>[] = [];
  let sent = 0;
  for (let elapsed = 0; elapsed < seconds; elapsed = (performance.now() - started) / 1_000) {
    for (const due = Math.floor(elapsed * perSecond); sent < due; sent += 1) underWay.push(post(url, agent));
    await wait(5);
  }
  await Promise.all(underWay);
  agent.destroy();
  return { sent };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
