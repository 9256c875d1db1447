import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Message } from '../../src/domain/message.ts';
import { type HostProcess, startHostProcess } from '../support/drivers/host-process.ts';
import { eventually } from '../support/eventually.ts';
import { mediaServer } from '../support/media/media-server.ts';
import { publishing } from '../support/media/published-servers.ts';
import { jpeg } from '../support/media/samples.ts';
import { cloudSpire } from '../support/sign.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const kills = 6;

async function rpc<Value>({ ui, token }: HostProcess, method: string, input: unknown): Promise<Value> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const response = await fetch(`${ui}/rpc/${method}`, { method: 'POST', headers, body: JSON.stringify(input) });
  const answer = (await response.json()) as { ok: boolean; value: Value };
  if (!answer.ok) throw new Error(`${method} failed: ${JSON.stringify(answer)}`);
  return answer.value;
}

async function messages(host: HostProcess): Promise<Message[]> {
  const { items } = await rpc<{ items: { id: string }[] }>(host, 'conversations.list', {});
  const pages = await Promise.all(
    items.map(({ id }) => rpc<{ items: Message[] }>(host, 'messages.list', { conversationId: id, limit: 200 })),
  );
  return pages.flatMap((page) => page.items).filter(({ media }) => media !== undefined);
}

test('the app is killed in the middle of downloads: nobody is ever shown half an attachment, and in the end all are there once', async () => {
  const server = await mediaServer();
  const dataFolder = await temporaryFolder();
  const folder = join(dataFolder, 'media');
  const options = { env: publishing({ 'media.example.com': server.url }) };
  let path = '';
  for (let kill = 0; kill < kills; kill += 1) {
    // Half of it, and then nothing more.
    server.answer('/a.jpg', (response) => response.writeHead(200, { 'content-length': jpeg.length }).write(jpeg.subarray(0, 5_000)));
    const host = await startHostProcess(dataFolder, options);
    if (path === '') {
      const line = { provider: 'cloudspire', label: 'Work', number: '+14045559999', credentials: { secret: 's' } };
      path = (await rpc<{ webhookPath: string }>(host, 'lines.create', line)).webhookPath;
    }
    const { headers, body } = cloudSpire(undefined, {
      from: `+1415555123${kill}`,
      text: `Text ${kill}`,
      media: ['http://media.example.com/a.jpg'],
    });
    expect((await fetch(`${host.receiver}${path}`, { method: 'POST', headers, body })).status).toBe(200);
    await eventually('a file is half there', async () => (await readdir(folder).catch(() => [])).some((name) => name.endsWith('.part')));
    for (const { media = [] } of await messages(host)) expect(media).toEqual([{ url: 'http://media.example.com/a.jpg', state: 'waiting' }]);
    await host.kill();
    expect((await readdir(folder)).filter((name) => !name.endsWith('.part'))).toEqual([]);
  }
  server.put('/a.jpg', jpeg);
  const host = await startHostProcess(dataFolder, options);
  const stored = await eventually('all are stored', async () => {
    const all = await messages(host);
    return all.every(({ media }) => media?.[0]?.state === 'stored') && all;
  });
  expect(stored).toHaveLength(kills);
  for (const { media } of stored) expect(media).toMatchObject([{ bytes: jpeg.length, type: 'image/jpeg' }]);
  const named = stored.map(({ media }) => media?.[0]?.file).sort();
  expect((await readdir(folder)).sort()).toEqual(named);
  await host.stop();
});
