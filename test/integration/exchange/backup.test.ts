import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bring, exported, imported } from '../../support/exchange.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const picture = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z',
  'base64',
);

const backup = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<smses count="5">
  <sms address="(415) 555-0100" date="1700000000000" type="1" body="Hi &#55357;&#56832;" read="0" status="-1" contact_name="Ann" />
  <sms address="+14155550100" date="1700000060000" type="2" body="Hello" status="0" />
  <sms address="72345" date="1700000120000" type="5" body="never went" status="64" />
  <mms date="1700000180000" msg_box="1" m_type="132" address="+14155550100" m_id="m1">
    <parts>
      <part seq="-1" ct="application/smil" text="&lt;smil/&gt;" />
      <part ct="image/jpeg" cl="../../.ssh/authorized_keys" text="null" data="${picture.toString('base64')}" />
      <part ct="text/plain" text="Look" />
    </parts>
    <addrs><addr address="+14155550100" type="137" /><addr address="+12025550100" type="151" /></addrs>
  </mms>
  <mms date="1700000190000" msg_box="1" m_type="132" address="+14155550100~+14155550101" m_id="m2">
    <parts><part ct="text/plain" text="to all" /></parts>
  </mms>
</smses>
`;

async function withLine(): Promise<{ app: TestApp; lineId: string }> {
  const app = await testApp();
  const { id } = await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Mine',
    number: '+12025550100',
    credentials: { webhookSecret: 'secret' },
  });
  return { app, lineId: id };
}

async function threads(app: TestApp, lineId: string) {
  const { items } = await app.call('conversations.list', { lineId, limit: 50 });
  const all = await Promise.all(
    items.map(async ({ id, peer, unread, known }) => {
      const page = await app.call('messages.list', { conversationId: id, limit: 200 });
      return { peer, unread, known, messages: page.items };
    }),
  );
  return all.sort((one, other) => one.peer.localeCompare(other.peer));
}

test('before an import one sees what is in the file, which line it is for, and what cannot be read', async () => {
  const { app, lineId } = await withLine();
  const report = await app.call('exchange.inspect', { fileId: await bring(app, backup) });
  expect(report).toMatchObject({
    format: 'sms-backup',
    messages: 4,
    inbound: 2,
    outbound: 2,
    conversations: 2,
    duplicates: 0,
    media: { count: 1, bytes: picture.length },
    from: '2023-11-14T22:13:20.000Z',
    to: '2023-11-14T22:16:20.000Z',
    declared: 5,
    lineId,
    ownNumber: '+12025550100',
    problems: { total: 1, lost: 1, byCode: { 'group-message': 1 }, first: [{ line: 14, code: 'group-message', detail: '2', lost: true }] },
  });
  expect((await app.call('conversations.list', { lineId, limit: 10 })).items).toEqual([]);
  const { jobs } = await app.call('state.snapshot', {});
  expect(jobs).toEqual([]);
});

test('texts come into the conversations of their people, read, in order, with their pictures', async () => {
  const { app, lineId } = await withLine();
  const outcome = await imported(app, { fileId: await bring(app, backup), lineId });
  expect(outcome.import).toMatchObject({ imported: 4, duplicates: 0, media: 1, finished: true });
  const [ann, shop] = await threads(app, lineId);
  expect(ann).toMatchObject({ peer: '+14155550100', unread: 0, known: true });
  expect(ann?.messages.map(({ body, direction, status }) => [body, direction, status])).toEqual([
    ['Hi 😀', 'inbound', 'received'],
    ['Hello', 'outbound', 'delivered'],
    ['Look', 'inbound', 'received'],
  ]);
  const media = ann?.messages[2]?.media?.[0];
  expect(media).toMatchObject({ state: 'stored', type: 'image/jpeg', bytes: picture.length, name: 'authorized_keys' });
  expect(shop).toMatchObject({ peer: '72345', messages: [{ body: 'never went', status: 'failed' }] });
  expect(await readdir(join(app.dataFolder, 'media'))).toHaveLength(1);
});

test('nothing is imported twice, and a second look says so', async () => {
  const { app, lineId } = await withLine();
  await imported(app, { fileId: await bring(app, backup), lineId });
  const report = await app.call('exchange.inspect', { fileId: await bring(app, backup), lineId });
  expect(report).toMatchObject({ messages: 4, duplicates: 4 });
  const again = await imported(app, { fileId: await bring(app, backup), lineId });
  expect(again.import).toMatchObject({ imported: 0, duplicates: 4, media: 0 });
  expect((await threads(app, lineId)).map(({ messages }) => messages.length)).toEqual([3, 1]);
  expect(await readdir(join(app.dataFolder, 'media'))).toHaveLength(1);
});

test('what is exported as a backup can be imported elsewhere, and exporting that gives the same again', async () => {
  const { app, lineId } = await withLine();
  await imported(app, { fileId: await bring(app, backup), lineId });
  const first = await exported(app, { format: 'sms-backup' });
  expect(first.name).toMatch(/^texttray-\d{4}-\d\d-\d\d\.xml$/);
  const other = await withLine();
  const outcome = await imported(other.app, { fileId: await bring(other.app, first.content), lineId: other.lineId });
  expect(outcome.import).toMatchObject({ imported: 4, problems: { total: 0 } });
  const plain = (found: Awaited<ReturnType<typeof threads>>) =>
    found.map(({ peer, messages }) => ({
      peer,
      messages: messages.map(({ body, at, direction, status, media }) => ({
        body,
        at,
        direction,
        status,
        media: media?.map(({ bytes, name }) => ({ bytes, name })),
      })),
    }));
  expect(plain(await threads(other.app, other.lineId))).toEqual(plain(await threads(app, lineId)));
});

test('a file that is something else, or for no line, is refused with its reason', async () => {
  const { app } = await withLine();
  expect(await app.refusal('exchange.inspect', { fileId: await bring(app, 'hello') })).toMatchObject({ code: 'file-not-understood' });
  expect(await app.refusal('exchange.import', { fileId: await bring(app, backup) })).toMatchObject({ code: 'line-not-found' });
  expect(await app.refusal('exchange.inspect', { fileId: 'A'.repeat(22) })).toMatchObject({ code: 'file-gone' });
  const newer = '{"kind":"texttray-archive","version":99,"madeAt":"2026-01-01T00:00:00.000Z","by":"x"}\n';
  expect(await app.refusal('exchange.inspect', { fileId: await bring(app, newer) })).toMatchObject({ code: 'archive-newer' });
});
