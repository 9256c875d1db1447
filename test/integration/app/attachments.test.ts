import { randomBytes } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text as wholeText } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { AppOptions } from '../../../src/app/start-app.ts';
import type { Message } from '../../../src/domain/message.ts';
import { type Disk, nodeDisk } from '../../../src/media/disk.ts';
import { eventually } from '../../support/eventually.ts';
import { hastyClock } from '../../support/hasty-clock.ts';
import { type MediaServer, mediaServer } from '../../support/media/media-server.ts';
import { type PlayedInternet, playedInternet } from '../../support/media/played-internet.ts';
import { html, jpeg, pdf, png, vcard } from '../../support/media/samples.ts';
import { cloudSpire } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

type Scene = { readonly app: TestApp; readonly server: MediaServer; readonly internet: PlayedInternet; readonly base: string };

const peer = '+14155551234';

async function scene(options: Partial<AppOptions> & { readonly disk?: Disk; readonly before?: Scene } = {}): Promise<Scene> {
  const { before, disk, ...rest } = options;
  const server = before?.server ?? (await mediaServer());
  const internet = before?.internet ?? playedInternet();
  const base = before?.base ?? internet.publish(server.url);
  const app = await testApp({
    ...(before && { dataFolder: before.app.dataFolder, vault: before.app.vault }),
    media: { network: internet, ...(disk && { disk }) },
    ...rest,
  });
  return { app, server, internet, base };
}

async function addLine(app: TestApp) {
  const { items } = await app.call('lines.list', {});
  return (
    items.find(({ provider }) => provider === 'cloudspire') ??
    app.call('lines.create', { provider: 'cloudspire', label: 'Spire', number: '+14045559999', credentials: { secret: 'test_secret' } })
  );
}

/** Delivers a text with attachments and answers its message id. */
async function text(app: TestApp, media: readonly string[], from = peer): Promise<string> {
  const line = await addLine(app);
  const answer = await app.deliver(line, cloudSpire(undefined, { from, text: randomBytes(4).toString('hex'), media }));
  expect(answer.status).toBe(200);
  const { items } = await app.call('conversations.list', { lineId: line.id });
  return items.find((conversation) => conversation.peer === from)?.lastMessage?.id ?? '';
}

function media(app: TestApp, id: string, isDone: (media: NonNullable<Message['media']>) => boolean = nothingWaits) {
  return eventually('the attachments are done', async () => {
    const { media: present = [] } = await app.call('messages.get', { id });
    return isDone(present) && present;
  });
}

function nothingWaits(present: NonNullable<Message['media']>): boolean {
  return present.every(({ state }) => state !== 'waiting');
}

const stored = (app: TestApp) => readdir(join(app.dataFolder, 'media')).catch(() => []);

test('a text is acknowledged before its attachments are asked for, and shows what became of each', async () => {
  const { app, server, base } = await scene();
  server.put('/photo.jpg', jpeg);
  server.put('/card.vcf', vcard);
  server.put('/page.png', html);
  server.status('/old', 410);
  server.status('/inside', 302, { location: 'http://192.168.0.1/' });
  const id = await text(
    app,
    ['/photo.jpg', '/card.vcf', '/page.png', '/old', '/inside'].map((path) => `${base}${path}`),
  );
  expect(await media(app, id)).toEqual([
    {
      url: `${base}/photo.jpg`,
      state: 'stored',
      file: expect.stringMatching(/\.jpg$/),
      type: 'image/jpeg',
      bytes: jpeg.length,
      name: 'photo.jpg',
      width: 960,
      height: 640,
    },
    {
      url: `${base}/card.vcf`,
      state: 'stored',
      file: expect.stringMatching(/\.vcf$/),
      type: 'text/vcard',
      bytes: vcard.length,
      name: 'card.vcf',
    },
    expect.objectContaining({ state: 'stored', type: 'application/octet-stream', file: expect.stringMatching(/\.bin$/) }),
    { url: `${base}/old`, state: 'failed', reason: 'expired' },
    { url: `${base}/inside`, state: 'failed', reason: 'address-refused' },
  ]);
  const announced = app.events.flatMap((event) => (event.kind === 'patch' ? event.changes : []));
  const shown = announced.flatMap((change) =>
    change.kind === 'message' && change.message.id === id ? [change.message.media?.map(({ state }) => state)] : [],
  );
  expect(shown[0]).toEqual(['waiting', 'waiting', 'waiting', 'waiting', 'waiting']);
  expect(await stored(app)).toHaveLength(3);
});

test('of a sender whom a rule blocks nothing is fetched', async () => {
  const { app, server, base } = await scene();
  server.put('/photo.jpg', jpeg);
  await app.call('rules.save', { name: 'Adverts', enabled: true, condition: {}, actions: [{ do: 'move', to: 'blocked' }] });
  const id = await text(app, [`${base}/photo.jpg`]);
  expect(await media(app, id)).toEqual([{ url: `${base}/photo.jpg`, state: 'failed', reason: 'not-wanted' }]);
  expect(server.requests).toHaveLength(0);
});

test('a server that never answers costs the receiver nothing', async () => {
  const { app, server, base } = await scene();
  server.answer('/never', () => undefined);
  server.put('/a', png);
  const ids = [];
  for (let count = 0; count < 6; count += 1) ids.push(await text(app, [`${base}/never`], `+1415555100${count}`));
  await eventually('three are asked for at once', () => server.requests.length === 3);
  expect(await text(app, [])).not.toBe('');
  for (const id of ids) expect((await app.call('messages.get', { id })).media).toMatchObject([{ state: 'waiting' }]);
});

test('what may pass is tried again by itself', async () => {
  const { app, server, base } = await scene({ clock: hastyClock(200) });
  let asked = 0;
  server.answer('/a', (response) => {
    asked += 1;
    response.writeHead(asked < 3 ? 503 : 200).end(asked < 3 ? '' : png);
  });
  const id = await text(app, [`${base}/a`]);
  expect(await media(app, id)).toMatchObject([{ state: 'stored', type: 'image/png' }]);
  expect(asked).toBe(3);
});

test('what does not pass is given up after five tries, and fetched when the user asks again', async () => {
  const { app, server, base } = await scene({ clock: hastyClock(5_000) });
  server.status('/a', 500);
  const id = await text(app, [`${base}/a`]);
  expect(await media(app, id)).toEqual([{ url: `${base}/a`, state: 'failed', reason: 'unreachable' }]);
  expect(server.requests).toHaveLength(5);
  server.put('/a', pdf);
  expect((await app.call('media.retry', { messageId: id, index: 0 })).media).toEqual([{ url: `${base}/a`, state: 'waiting' }]);
  expect(await media(app, id)).toMatchObject([{ state: 'stored', type: 'application/pdf' }]);
});

test('a computer that wakes up tries at once what waits', async () => {
  const { app, server, base } = await scene();
  server.status('/a', 503);
  const id = await text(app, [`${base}/a`]);
  await eventually('it was tried', () => server.requests.length === 1);
  server.put('/a', png);
  await eventually('it is stored', async () => {
    app.inbox.resumed();
    return (await app.call('messages.get', { id })).media?.[0]?.state === 'stored';
  });
});

test('downloads that wait when the app ends go on when it starts', async () => {
  const first = await scene();
  first.server.answer('/a', () => undefined);
  const ids = [];
  for (let count = 0; count < 5; count += 1) ids.push(await text(first.app, [`${first.base}/a`], `+1415555200${count}`));
  await eventually('they were asked for', () => first.server.requests.length === 3);
  await first.app.close();
  expect((await stored(first.app)).filter((name) => name.endsWith('.part'))).toEqual([]);
  first.server.put('/a', png);
  const second = await scene({ before: first });
  for (const id of ids) expect(await media(second.app, id)).toMatchObject([{ state: 'stored' }]);
  expect(await stored(second.app)).toHaveLength(5);
});

test('what the user asked for again goes on after a restart too', async () => {
  const first = await scene();
  first.server.status('/a', 410);
  const id = await text(first.app, [`${first.base}/a`]);
  await media(first.app, id);
  await text(first.app, []);
  await first.app.close();
  const second = await scene({ before: first });
  second.server.answer('/a', () => undefined);
  await second.app.call('media.retry', { messageId: id, index: 0 });
  await second.app.close();
  second.server.put('/a', png);
  const third = await scene({ before: second });
  expect(await media(third.app, id)).toMatchObject([{ state: 'stored' }]);
});

test('the attachments of a removed message are removed, also one that is under way', async () => {
  const { app, server, base } = await scene();
  server.put('/a', png);
  server.answer('/slow', (response) => response.writeHead(200).write(png));
  const id = await text(app, [`${base}/a`, `${base}/slow`]);
  await media(app, id, ([first]) => first?.state === 'stored');
  await eventually('the second one is half there', async () => (await stored(app)).length === 2);
  await app.call('messages.remove', { id });
  await eventually('nothing is left', async () => (await stored(app)).length === 0);
});

test('a file that belongs to no message is swept away at the start after a crash, and only then and only that', async () => {
  const first = await scene();
  first.server.put('/a', png);
  const id = await text(first.app, [`${first.base}/a`]);
  await media(first.app, id);
  const [own = ''] = await stored(first.app);
  await first.app.close();
  const folder = join(first.app.dataFolder, 'media');
  const [orphan, half, foreign] = ['AAAAAAAAAAAAAAAAAAAAAA.jpg', 'BBBBBBBBBBBBBBBBBBBBBB.part', 'notes.txt'];
  for (const name of [orphan, half, foreign]) await writeFile(join(folder, name), 'x');
  // As a crash leaves it: the document says that the last run did not end in order.
  const document = join(first.app.dataFolder, 'store', 'documents', 'attachments.json');
  await writeFile(document, (await readFile(document, 'utf8')).replace(/"closed":\s*true/, '"closed": false'));
  const second = await scene({ before: first });
  await eventually('they are gone', async () => (await stored(second.app)).length === 2);
  expect((await stored(second.app)).sort()).toEqual([own, foreign].sort());
});

test('only known senders are fetched by themselves where the user wants that; others when asked', async () => {
  const { app, server, base } = await scene();
  server.put('/a', png);
  await app.call('settings.update', { media: { download: 'known-senders' } });
  const stranger = await text(app, [`${base}/a`]);
  expect((await app.call('messages.get', { id: stranger })).media).toEqual([{ url: `${base}/a`, state: 'failed', reason: 'not-wanted' }]);
  expect(server.requests).toEqual([]);
  await app.call('media.retry', { messageId: stranger, index: 0 });
  expect(await media(app, stranger)).toMatchObject([{ state: 'stored' }]);

  const { conversationId } = await app.call('messages.get', { id: stranger });
  await app.call('conversations.update', { id: conversationId, known: true });
  const known = await text(app, [`${base}/a`]);
  expect(await media(app, known)).toMatchObject([{ state: 'stored' }]);

  await app.call('settings.update', { media: { download: 'never' } });
  expect((await app.call('messages.get', { id: await text(app, [`${base}/a`]) })).media).toMatchObject([{ reason: 'not-wanted' }]);
});

test('nothing of a blocked sender is fetched by itself', async () => {
  const { app, server, base } = await scene();
  server.put('/a', png);
  const { conversationId } = await app.call('messages.get', { id: await text(app, []) });
  await app.call('conversations.update', { id: conversationId, blocked: true });
  const { media: present } = await app.call('messages.get', { id: await text(app, [`${base}/a`]) });
  expect(present).toMatchObject([{ state: 'failed', reason: 'not-wanted' }]);
  expect(server.requests).toEqual([]);
});

test('one that is larger than the user wants is fetched when asked', async () => {
  const { app, server, base } = await scene();
  await app.call('settings.update', { media: { mostMegabytes: 1 } });
  const large = Buffer.concat([png, Buffer.alloc(2 * 1024 * 1024)]);
  server.answer('/a', (response) => response.writeHead(200, { 'content-length': large.length }).end(large));
  const id = await text(app, [`${base}/a`]);
  expect(await media(app, id)).toEqual([{ url: `${base}/a`, state: 'failed', reason: 'too-large', bytes: large.length }]);
  await app.call('media.retry', { messageId: id, index: 0 });
  expect(await media(app, id)).toMatchObject([{ state: 'stored', bytes: large.length }]);
});

test('a full disk is said, and texts go on', async () => {
  let isFull = true;
  const disk: Disk = {
    ...nodeDisk,
    async create(path) {
      const file = await nodeDisk.create(path);
      const write = async (bytes: Uint8Array): Promise<void> => {
        if (!isFull) return file.write(bytes);
        await file.write(bytes.subarray(0, bytes.length / 2));
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      };
      return { ...file, write };
    },
  };
  const { app, server, base } = await scene({ disk, clock: hastyClock(5_000) });
  server.put('/a', png);
  const id = await text(app, [`${base}/a`]);
  expect(await media(app, id)).toEqual([{ url: `${base}/a`, state: 'failed', reason: 'no-space' }]);
  expect(await stored(app)).toEqual([]);
  expect(await text(app, [])).not.toBe('');
  isFull = false;
  await app.call('media.retry', { messageId: id, index: 0 });
  expect(await media(app, id)).toMatchObject([{ state: 'stored' }]);
});

test('attachments leave the last of the disk to texts', async () => {
  const disk: Disk = { ...nodeDisk, free: async () => 210 * 1024 * 1024 };
  const { app, server, base } = await scene({ disk, clock: hastyClock(5_000) });
  server.put('/a', png);
  expect(await media(app, await text(app, [`${base}/a`]))).toMatchObject([{ state: 'failed', reason: 'no-space' }]);
});

test('a stored attachment is saved under a name that does not lie, and opened only if it was recognised', async () => {
  const opened: string[] = [];
  const { app, server, base } = await scene({
    async openOutside(path) {
      opened.push(path);
      return true;
    },
  });
  server.put('/invoice', pdf, { 'content-disposition': 'attachment; filename="Invoice.exe"' });
  server.put('/program', 'MZ\x90\0', { 'content-disposition': 'attachment; filename="holiday.jpg.exe"' });
  const id = await text(app, [`${base}/invoice`, `${base}/program`]);
  await media(app, id);

  const saved = await app.call('media.save', { messageId: id, index: 0 });
  expect(saved.name).toBe('Invoice.pdf');
  const copy = app.files.resolve(saved.fileId);
  expect(copy && (await wholeText(copy.read()))).toBe(pdf);
  expect((await app.call('media.save', { messageId: id, index: 1 })).name).toBe('holiday.jpg.exe.bin');

  expect(await app.call('media.open', { messageId: id, index: 0 })).toEqual({ opened: true });
  expect(opened).toEqual([expect.stringMatching(/[/\\]media[/\\][\w-]{22}\.pdf$/)]);
  expect(await app.refusal('media.open', { messageId: id, index: 1 })).toMatchObject({ code: 'media-not-opened' });
  expect(await app.refusal('media.open', { messageId: id, index: 2 })).toMatchObject({ code: 'media-gone' });
  expect(await app.refusal('media.save', { messageId: 'no such message', index: 0 })).toMatchObject({ code: 'media-gone' });
});
