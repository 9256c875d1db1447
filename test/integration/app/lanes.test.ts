import { describe, expect, test } from 'vitest';
import { systemClock } from '../../../src/app/system.ts';
import type { LaneCounts } from '../../../src/contract/state.ts';
import type { Lane } from '../../../src/domain/lane.ts';
import { eventually } from '../../support/eventually.ts';
import { cloudVno, receiveSmsInk } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';
let nextId = 0;

async function inkLine(app: TestApp, label = 'Ink') {
  return app.call('lines.create', { provider: 'receivesms-ink', label, number: '+12025550100', credentials: { webhookSecret: secret } });
}

/** Texts that arrived, one after the other; answers the ids of their conversations. */
async function told(app: TestApp, ...texts: readonly (readonly [from: string, text: string])[]): Promise<string[]> {
  const { items } = await app.call('lines.list', {});
  const line = items.find(({ provider }) => provider === 'receivesms-ink') ?? (await inkLine(app));
  const ids: string[] = [];
  for (const [from, text] of texts) {
    nextId += 1;
    const answer = await app.deliver(line, receiveSmsInk(secret, { id: nextId, from, text }));
    expect(answer.status).toBe(204);
    const { items: all } = await app.call('conversations.list', { lineId: line.id, limit: 200 });
    ids.push(all.find(({ peer }) => peer === from)?.id ?? '');
  }
  return ids;
}

const peers = ['+12025550101', '+12025550102', '+12025550103', '+12025550104', '+12025550105'] as const;
const inbox: Lane = { kind: 'inbox' };

async function listed(app: TestApp, lane: Lane): Promise<string> {
  const { items } = await app.call('conversations.list', { lane });
  return items.map(({ peer }) => peer.slice(-1)).join('');
}

/** The counts the window was told last. */
function countsTold(app: TestApp): LaneCounts | undefined {
  const changes = app.events.flatMap((event) => (event.kind === 'patch' ? event.changes : []));
  return changes.findLast((change) => change.kind === 'lane-counts')?.laneCounts;
}

describe('a blocked sender', () => {
  test('is received, stored and acknowledged, and neither announced nor counted', async () => {
    const app = await testApp();
    const [id = ''] = await told(app, [peers[0], 'First']);
    await eventually('the first text is announced', () => app.events.some((event) => event.kind === 'notice'));
    await app.call('conversations.update', { id, blocked: true });
    app.events.length = 0;
    await told(app, [peers[0], 'Second'], [peers[1], 'From somebody else']);
    await eventually('the other one is announced', () => app.events.some((event) => event.kind === 'notice'));

    expect(app.events.filter((event) => event.kind === 'notice').map((event) => event.body)).toEqual(['From somebody else']);
    expect((await app.call('messages.list', { conversationId: id })).items.map(({ body }) => body)).toEqual(['First', 'Second']);
    expect((await app.call('state.snapshot', {})).totals.unread).toBe(1);
    expect((await app.call('deliveries.list', {})).items.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted', 'accepted']);
  });

  test('is in its own lane only, and in the snapshot not at all, until it is unblocked', async () => {
    const app = await testApp();
    const [id = ''] = await told(app, [peers[0], 'Hello'], [peers[1], 'Hello']);
    await app.call('conversations.update', { id, blocked: true });
    expect(await listed(app, inbox)).toBe('2');
    expect(await listed(app, { kind: 'blocked' })).toBe('1');
    expect((await app.call('state.snapshot', {})).conversations.items.map(({ peer }) => peer)).toEqual([peers[1]]);
    await app.call('conversations.update', { id, blocked: false });
    expect(await listed(app, inbox)).toBe('21');
  });
});

test('whoever one writes to is known from then on; the practice phone never was a stranger', async () => {
  const app = await testApp();
  const line = await app.call('lines.create', {
    provider: 'cloudvno',
    label: 'Cloud',
    number: '+12125559876',
    credentials: { authToken: 'token', apiKey: 'key', apiBaseUrl: 'http://127.0.0.1:9' },
  });
  const params = { MessageSid: 'SM1', From: peers[0], To: line.number, Body: 'Hello' };
  expect((await app.deliver(line, cloudVno('token', line.webhookUrl, params))).status).toBe(204);
  await app.call('practice.text', { body: 'Hello' });
  expect(await listed(app, { kind: 'unknown' })).toBe('1');
  const { conversationId } = await app.call('messages.send', { lineId: line.id, to: peers[0], body: 'Hello', clientId: 'one' });
  await eventually('they are known', async () => (await app.call('conversations.get', { id: conversationId })).known);
  await app.deliver(line, cloudVno('token', line.webhookUrl, { ...params, MessageSid: 'SM2' }));
  expect(await listed(app, { kind: 'unknown' })).toBe('');
});

test('unknown senders are kept out of the inbox when one wants that, and a contact is none', async () => {
  const app = await testApp();
  const [, second = ''] = await told(app, [peers[0], 'Hello'], [peers[1], 'Hello']);
  expect(await listed(app, inbox)).toBe('21');
  await app.call('settings.update', { lanes: { unknownApart: true } });
  expect(await listed(app, inbox)).toBe('');
  await app.call('conversations.update', { id: second, known: true });
  expect(await listed(app, inbox)).toBe('2');
  expect(await listed(app, { kind: 'unknown' })).toBe('1');
});

test('a lane is read page by page, each conversation once', async () => {
  const app = await testApp();
  const ids = await told(app, ...peers.map((peer) => [peer, 'Hello'] as const));
  await app.call('conversations.update', { id: ids[1] ?? '', pinned: true });
  await app.call('conversations.update', { id: ids[3] ?? '', archived: true });
  for (const [lane, expected] of [
    [inbox, '2531'],
    [{ kind: 'unknown' }, '2531'],
    [{ kind: 'archived' }, '4'],
  ] as const satisfies readonly (readonly [Lane, string])[]) {
    let cursor: string | null = null;
    let seen = '';
    do {
      const page: Awaited<ReturnType<typeof app.call<'conversations.list'>>> = await app.call('conversations.list', {
        lane,
        limit: 1,
        ...(cursor !== null && { cursor }),
      });
      seen += page.items.map(({ peer }) => peer.slice(-1)).join('');
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toBe(expected);
  }
});

test('who waits longest comes first, also over pages; a foreign cursor is refused', async () => {
  const app = await testApp();
  await app.call('settings.update', { lanes: { waitingHours: 0 } });
  await told(app, ...peers.map((peer) => [peer, 'Are you there?'] as const), ['PARCELS', 'Your parcel is here.']);
  const lane: Lane = { kind: 'waiting' };
  expect(await listed(app, lane)).toBe('12345');
  const first = await app.call('conversations.list', { lane, limit: 2 });
  const second = await app.call('conversations.list', { lane, limit: 2, cursor: first.nextCursor ?? '' });
  const last = await app.call('conversations.list', { lane, limit: 2, cursor: second.nextCursor ?? '' });
  expect([first, second, last].flatMap(({ items }) => items.map(({ peer }) => peer))).toEqual(peers);
  expect(last.nextCursor).toBeNull();
  for (const [cursor, of] of [
    ['w1', lane],
    ['w1.m_0', lane],
    [first.nextCursor ?? '', inbox],
    ['', lane],
  ] as const) {
    expect(await app.refusal('conversations.list', { lane: of, cursor })).toMatchObject({
      code: 'invalid-input',
      fields: { cursor: expect.any(String) },
    });
  }
});

test('a line says how long its own conversations may wait, what its colour is, and can take both back', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  await told(app, [peers[0], 'Hello']);
  expect(await listed(app, { kind: 'waiting' })).toBe('');
  expect(await app.call('lines.update', { id: line.id, waitingHours: 0, color: 5 })).toMatchObject({
    waitingHours: 0,
    color: 5,
    label: 'Ink',
  });
  expect(await listed(app, { kind: 'waiting' })).toBe('1');
  await eventually('the window is told', () => countsTold(app)?.waiting === 1);
  const plain = await app.call('lines.update', { id: line.id, waitingHours: null, color: null });
  expect(plain).not.toHaveProperty('waitingHours');
  expect(plain).not.toHaveProperty('color');
  expect(await listed(app, { kind: 'waiting' })).toBe('');
});

describe('many at once', () => {
  test('change in one step, and what was set before is put back exactly', async () => {
    const app = await testApp();
    const ids = await told(app, [peers[0], 'One'], [peers[1], 'Two'], [peers[1], 'Three'], [peers[2], 'Four']);
    const chosen = [...new Set(ids)];
    await app.call('conversations.update', { id: chosen[0] ?? '', tags: ['clients', 'later'], pinned: true });
    const before = await Promise.all(chosen.map((id) => app.call('conversations.get', { id })));

    const answer = await app.call('conversations.updateMany', {
      of: { ids: [...chosen, 'c_unknown'] },
      changes: { archived: true, read: true, addTags: ['clients', 'summer'], removeTags: ['later'], pinned: false },
    });
    const after = await Promise.all(chosen.map((id) => app.call('conversations.get', { id })));
    expect(after.map(({ archived, unread, tags, pinned }) => ({ archived, unread, tags, pinned }))).toEqual(
      Array.from({ length: 3 }, () => ({ archived: true, unread: 0, tags: ['clients', 'summer'], pinned: false })),
    );
    expect(answer.before.map(({ id }) => id).sort()).toEqual([...chosen].sort());

    await app.call('conversations.restore', { before: answer.before });
    expect(await Promise.all(chosen.map((id) => app.call('conversations.get', { id })))).toEqual(before);
  });

  test('only what really changed is said, and what changed meanwhile stays when it is taken back', async () => {
    const app = await testApp();
    const [one = '', two = ''] = await told(app, [peers[0], 'One'], [peers[1], 'Two']);
    await app.call('conversations.update', { id: two, muted: true });
    const { before } = await app.call('conversations.updateMany', { of: { ids: [one, two] }, changes: { muted: true } });
    expect(before).toEqual([{ id: one, flags: { muted: false } }]);
    await app.call('conversations.update', { id: one, tags: ['new'] });
    await app.call('conversations.restore', { before });
    expect(await app.call('conversations.get', { id: one })).toMatchObject({ muted: false, tags: ['new'] });
    expect(await app.call('conversations.get', { id: two })).toMatchObject({ muted: true });
  });

  test('everything in a lane is read in one step', async () => {
    const app = await testApp();
    await told(app, [peers[0], 'One'], [peers[1], 'Two']);
    const { before } = await app.call('conversations.updateMany', { of: { lane: inbox }, changes: { read: true } });
    expect(before.length).toBe(2);
    expect((await app.call('state.snapshot', {})).totals.unread).toBe(0);
    await eventually('their notifications go', () => app.events.filter((event) => event.kind === 'read').length === 2);
    await app.call('conversations.restore', { before });
    expect((await app.call('state.snapshot', {})).totals.unread).toBe(2);
  });

  test('marking as unread twice changes nothing more', async () => {
    const app = await testApp();
    const [id = ''] = await told(app, [peers[0], 'One'], [peers[0], 'Two']);
    expect((await app.call('conversations.updateMany', { of: { ids: [id] }, changes: { read: false } })).before).toEqual([]);
    await app.call('conversations.markRead', { id });
    await app.call('conversations.updateMany', { of: { ids: [id] }, changes: { read: false } });
    expect((await app.call('conversations.get', { id })).unread).toBe(1);
  });
});

test('the window is told how many are in each lane whenever that changes', async () => {
  const app = await testApp();
  const [one = '', two = ''] = await told(app, [peers[0], 'Hello'], [peers[1], 'Your code is 123456.']);
  await eventually('texts are counted', () => countsTold(app)?.unread.inbox === 2 && countsTold(app)?.codes === 1);
  await app.call('conversations.update', { id: one, blocked: true });
  await app.call('conversations.update', { id: two, tags: ['bank'] });
  const counts = await eventually('flags are counted', () => {
    const told = countsTold(app);
    return told?.blocked === 1 && told.tags.length === 1 && told;
  });
  expect(counts).toMatchObject({ unknown: 1, tags: [{ tag: 'bank', count: 1 }], unread: { inbox: 1, unknown: 1, archived: 0 } });
  expect(Object.values(counts.unread.lines)).toEqual([1]);
  expect(counts).toEqual((await app.call('state.snapshot', {})).laneCounts);
  await app.call('settings.update', { lanes: { waitingHours: 0, unknownApart: true } });
  await eventually('settings count', () => countsTold(app)?.unread.inbox === 0);
});

test('a conversation becomes one that waits, and a code grows old, by the clock alone', async () => {
  let ahead = 0;
  const app = await testApp({ clock: { ...systemClock, now: () => systemClock.now() + ahead } });
  await told(app, [peers[0], 'Are you there?'], [peers[1], 'Your code is 123456.']);
  await eventually('the code is counted', () => countsTold(app)?.codes === 1);
  expect(countsTold(app)?.waiting).toBe(0);
  ahead = 24 * 3_600_000;
  app.inbox.resumed();
  await eventually('a day later it waits, and the code is gone', () => countsTold(app)?.waiting === 1 && countsTold(app)?.codes === 0);
  expect(await listed(app, { kind: 'waiting' })).toBe('1');
  expect(await listed(app, { kind: 'codes' })).toBe('');
});
