import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import { openTestStore, pageOf } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const writer = join(import.meta.dirname, '../support/store-writer.ts');

/** Lets a writer write until it is killed in the middle of it; answers the lines it acknowledged. */
async function writeUntilKilled(folder: string, name: string, delayMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, folder, name], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const closed = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await wait(delayMs);
  child.kill('SIGKILL');
  expect(await closed).toBe('SIGKILL');
  return output
    .split('\n')
    .slice(0, output.endsWith('\n') ? undefined : -1)
    .filter((line) => line !== '');
}

/** Kills a store again and again; then everything acknowledged must be there, once, and in order. */
async function survive(folder: string, kills: number): Promise<{ acknowledged: number; stored: number }> {
  const acknowledged = new Map<string, { id: string; length: number }>();
  for (let round = 0; round < kills; round += 1) {
    const lines = await writeUntilKilled(folder, `round-${round}`, (round * 53) % 140);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const [id = '', length = '', name = '', number = ''] = line.split(' ');
      acknowledged.set(`${name} ${number}`, { id, length: Number(length) });
    }
  }

  const store = await openTestStore(folder);
  const stored = new Map<string, Message>();
  for await (const message of store.messages.scan()) {
    const name = message.body.split(' ', 2).join(' ');
    expect(stored.has(name), `${name} twice`).toBe(false);
    stored.set(name, message);
  }
  const lost = [...acknowledged].filter(
    ([name, { id, length }]) => stored.get(name)?.id !== id || stored.get(name)?.body.length !== length,
  );
  expect(lost).toEqual([]);
  expect(store.messages.totals().messages).toBe(stored.size);
  expect(store.messages.health().setAside).toEqual([]);
  for (const name of acknowledged.keys()) expect(store.messages.idOf(name)).toBe(acknowledged.get(name)?.id);

  for (const { id } of store.messages.conversations({ limit: 100 }).items) {
    const { items } = await pageOf(store.messages, { conversationId: id, limit: 1_000_000 });
    const places = items.map(({ body }) => body.split(' ', 2)).map(([round, number]) => [Number(round?.slice(6)), Number(number)] as const);
    const sorted = places.toSorted(([round, number], [otherRound, otherNumber]) => round - otherRound || number - otherNumber);
    expect(places).toEqual(sorted);
    const unread = items.filter(({ sequence }) => sequence > (store.messages.conversation(id)?.readUpTo ?? -1)).length;
    expect(store.messages.conversation(id)?.unread).toBe(unread);
  }
  return { acknowledged: acknowledged.size, stored: stored.size };
}

it('everything acknowledged before one of 52 kills in the middle of bursts is there, once and in order', { timeout: 180_000 }, async () => {
  const root = await temporaryFolder();
  const results = await Promise.all([survive(join(root, 'one'), 26), survive(join(root, 'two'), 26)]);
  for (const { acknowledged, stored } of results) {
    expect(acknowledged).toBeGreaterThan(500);
    expect(stored).toBeGreaterThanOrEqual(acknowledged);
  }
});
