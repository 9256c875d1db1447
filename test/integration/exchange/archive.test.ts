import { expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { bring, exported, imported } from '../../support/exchange.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'a-very-secret-webhook-secret';

/** An app with everything an archive is made of. */
async function filled(): Promise<TestApp> {
  const app = await testApp();
  await app.call('lines.create', {
    provider: 'receivesms-ink',
    label: 'Mine',
    number: '+12025550100',
    credentials: { webhookSecret: secret },
  });
  const practice = await app.call('practice.text', { body: 'First 😀' });
  await app.call('practice.text', { body: 'Second, "quoted"\nand broken' });
  await app.call('conversations.update', { id: practice.conversationId, pinned: true, draft: 'to be said' });
  await app.call('messages.send', { lineId: practice.lineId, to: practice.peer, body: 'An answer', clientId: 'c1' });
  await eventually('the simulated phone has answered', async () => {
    const { items } = await app.call('messages.list', { conversationId: practice.conversationId, limit: 50 });
    return items.length === 4 && items.some(({ status }) => status === 'delivered');
  });
  await app.call('contacts.create', { name: 'Ann', addresses: [{ address: '+14155550100' }] });
  await app.call('templates.save', { title: 'Hello', body: 'Hello {name}' });
  return app;
}

async function everything(app: TestApp) {
  const { items } = await app.call('conversations.list', { limit: 100 });
  const threads = await Promise.all(
    items.map(async ({ id, peer, pinned, draft, known }) => {
      const page = await app.call('messages.list', { conversationId: id, limit: 200 });
      const messages = page.items.map(({ body, at, direction, peer: other, deliveryId }) => ({ body, at, direction, other, deliveryId }));
      return { peer, pinned, draft, known, messages };
    }),
  );
  const { contacts, templates } = await app.call('state.snapshot', {});
  const deliveries = await app.call('deliveries.list', { limit: 100 });
  return {
    threads: threads.toSorted((one, other) => one.peer.localeCompare(other.peer)),
    contacts,
    templates,
    deliveries: deliveries.items.map(({ id, verdict, receivedAt }) => ({ id, verdict, receivedAt })),
  };
}

test('an archive has no keys in it, and one line of JSON for each thing', async () => {
  const app = await filled();
  const { name, content } = await exported(app, { format: 'archive' });
  expect(name).toMatch(/\.texttray\.jsonl$/);
  expect(content.toString()).not.toContain(secret);
  const kinds = content
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { kind: string }).kind);
  expect(kinds[0]).toBe('texttray-archive');
  expect(kinds.at(-1)).toBe('end');
  expect(new Set(kinds)).toEqual(
    new Set(['texttray-archive', 'line', 'contact', 'template', 'conversation', 'message', 'delivery', 'end']),
  );
});

test('an archive imported into an empty data folder brings everything back', async () => {
  const app = await filled();
  const { content } = await exported(app, { format: 'archive' });
  const other = await testApp();
  const report = await other.call('exchange.inspect', { fileId: await bring(other, content, 'a.texttray.jsonl') });
  expect(report).toMatchObject({ format: 'archive', conversations: 1, duplicates: 0, archive: { templates: 1 } });
  expect(report.archive?.lines.map(({ label, isHere }) => [label, isHere])).toEqual([
    ['Practice', true],
    ['Mine', false],
  ]);
  const outcome = await imported(other, { fileId: await bring(other, content) });
  expect(outcome).toMatchObject({ failure: null, import: { lines: 1, templates: 1, finished: true, problems: { total: 0 } } });
  expect(await everything(other)).toEqual(await everything(app));
  const { items } = await other.call('lines.list', {});
  expect(items.find(({ label }) => label === 'Mine')).toMatchObject({ number: '+12025550100', storedSecrets: { webhookSecret: false } });
});

test('an archive imported into the folder it comes from adds nothing', async () => {
  const app = await filled();
  const before = await everything(app);
  const { content } = await exported(app, { format: 'archive' });
  const outcome = await imported(app, { fileId: await bring(app, content) });
  expect(outcome.import).toMatchObject({ imported: 0, lines: 0, contacts: 0, templates: 0, deliveries: 0 });
  expect(await everything(app)).toEqual(before);
});

test('a damaged archive gives what is sound, and says what is not, by its line', async () => {
  const app = await filled();
  const { content } = await exported(app, { format: 'archive' });
  const lines = content.toString().trimEnd().split('\n');
  const damaged = lines
    .slice(0, -1)
    .map((line, index) => (index === lines.findIndex((each) => each.includes('"message"')) ? line.slice(0, 40) : line))
    .join('\n');
  const other = await testApp();
  const outcome = await imported(other, { fileId: await bring(other, damaged) });
  expect(outcome.import?.problems).toMatchObject({ lost: 1, byCode: { 'entry-unreadable': 1, truncated: 1 } });
  expect(outcome.import?.imported).toBeGreaterThan(0);
});

test('a rule of an archive does nothing until the user has looked at it', async () => {
  const app = await testApp();
  await app.call('rules.save', {
    name: 'Forward',
    enabled: true,
    condition: {},
    actions: [{ do: 'forward', url: 'https://example.com/hook' }],
  });
  const { content } = await exported(app, { format: 'archive' });
  const other = await testApp();
  await imported(other, { fileId: await bring(other, content) });
  const { rules } = await other.call('state.snapshot', {});
  expect(rules).toMatchObject([{ name: 'Forward', enabled: false }]);
});
