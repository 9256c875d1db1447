import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { oldTextCount, oldTexts } from '../support/old-texts.ts';
import { openTestStore, pageOf } from '../support/store.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const writer = join(import.meta.dirname, '../support/history-writer.ts');
const perPeer = oldTextCount / 20;

/** Messages read and merged when it is killed: while it reads, and at all places of the merge; after it in the last round. */
const killedAt = [1_000, 8_100, 8_900, 10_500, 12_000, 14_300, 15_900, Number.POSITIVE_INFINITY];

/** Imports until it is killed; answers the lines it said. */
async function importUntil(folder: string, name: string, limit: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, folder, name, String(limit)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  let output = '';
  for await (const text of child.stdout.setEncoding('utf8')) output += text;
  expect(await closed).toBe('SIGKILL');
  return output.split('\n').slice(0, -1);
}

it('an import that is killed again and again comes to its end, with nothing twice and nothing that arrived lost', {
  timeout: 240_000,
}, async () => {
  const folder = join(await temporaryFolder(), 'data');
  const acknowledged = new Map<string, string>();
  for (const [round, limit] of killedAt.entries()) {
    const lines = await importUntil(folder, `round-${round}`, limit);
    expect(lines.includes('done')).toBe(limit === Number.POSITIVE_INFINITY);
    for (const line of lines.filter((each) => each.startsWith('m_'))) {
      const [id = '', ...words] = line.split(' ');
      acknowledged.set(words.join(' '), id);
    }
    const store = await openTestStore(folder);
    for (const { id, peer } of store.messages.conversations({ limit: 100 }).items) {
      const { items } = await pageOf(store.messages, { conversationId: id, limit: 100_000 });
      expect([0, perPeer], peer).toContain(items.filter(({ sequence }) => sequence < 0).length);
    }
    await store.close();
  }

  const store = await openTestStore(folder);
  const stored = new Map<string, string>();
  let historic = 0;
  for await (const { id, body, sequence } of store.messages.scan()) {
    expect(stored.has(body), body).toBe(false);
    stored.set(body, id);
    if (sequence < 0) historic += 1;
  }
  expect(historic).toBe(oldTextCount);
  for (const { body } of oldTexts()) if (!stored.has(body)) expect(body).toBe('there');
  expect([...acknowledged].filter(([body, id]) => stored.get(body) !== id)).toEqual([]);
  expect(store.messages.totals().messages).toBe(stored.size);
  expect(store.messages.health().setAside).toEqual([]);
  expect(globSync('messages/{import/*,conversations/*/*.log.tmp}', { cwd: folder })).toEqual([]);
});
