import { expect, test } from 'vitest';
import { type HostProcess, startHostProcess } from '../support/drivers/host-process.ts';
import { receiveSmsInk } from '../support/sign.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const kills = 12;
const senders = 8;
const secret = 's';

async function rpc<Value>({ ui, token }: HostProcess, method: string, input: unknown): Promise<Value> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${ui}/rpc/${method}`, { method: 'POST', headers, body: JSON.stringify(input) });
  const answer = (await response.json()) as { ok: boolean; value: Value };
  if (!answer.ok) throw new Error(`${method} failed: ${JSON.stringify(answer)}`);
  return answer.value;
}

/** Sends texts one after the other until the host is gone; remembers each that was acknowledged. */
async function sendUntilGone(host: HostProcess, path: string, nextId: () => number, acknowledged: Set<number>): Promise<void> {
  for (;;) {
    const id = nextId();
    const { headers, body } = receiveSmsInk(secret, {
      id,
      from: `+1415555${String(1_000 + (id % 7)).padStart(4, '0')}`,
      text: `Text ${id}`,
    });
    try {
      const answer = await fetch(`${host.receiver}${path}`, { method: 'POST', headers, body });
      if (answer.status !== 204) throw new Error(`Answered ${answer.status}`);
      acknowledged.add(id);
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

async function storedIds(host: HostProcess): Promise<number[]> {
  const ids: number[] = [];
  const { items } = await rpc<{ items: { id: string }[] }>(host, 'conversations.list', { limit: 200 });
  for (const { id } of items) {
    let before: string | undefined;
    do {
      const page = await rpc<{ items: { body: string }[]; nextBefore: string | null }>(host, 'messages.list', {
        conversationId: id,
        limit: 200,
        ...(before !== undefined && { before }),
      });
      ids.push(...page.items.map(({ body }) => Number(body.slice('Text '.length))));
      before = page.nextBefore ?? undefined;
    } while (before !== undefined);
  }
  return ids;
}

test('the whole app is killed in the middle of bursts: every text it acknowledged is there afterwards, once', async () => {
  const dataFolder = await temporaryFolder();
  const acknowledged = new Set<number>();
  let last = 0;
  const nextId = (): number => {
    last += 1;
    return last;
  };
  let path = '';
  for (let kill = 0; kill < kills; kill += 1) {
    const host = await startHostProcess(dataFolder);
    if (path === '') {
      const line = { provider: 'receivesms-ink', label: 'Ink', number: '+12025550100', credentials: { webhookSecret: secret } };
      path = (await rpc<{ webhookPath: string }>(host, 'lines.create', line)).webhookPath;
    }
    const before = acknowledged.size;
    const burst = Array.from({ length: senders }, () => sendUntilGone(host, path, nextId, acknowledged));
    // In the middle: after some were acknowledged, while others are under way.
    while (acknowledged.size < before + 40 + kill * 25) await new Promise((resolve) => setImmediate(resolve));
    await host.kill();
    await Promise.all(burst);
  }
  const host = await startHostProcess(dataFolder);
  const stored = await storedIds(host);
  await host.stop();
  expect(stored.length).toBe(new Set(stored).size);
  const kept = new Set(stored);
  expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(kills * 40);
});
