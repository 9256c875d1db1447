import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { MethodInput } from '../../../src/contract/methods.ts';
import { eventually } from '../../support/eventually.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const practiceLine = async (app: TestApp): Promise<string> => {
  const { items } = await app.call('lines.list', {});
  const line = items.find(({ provider }) => provider === 'practice');
  if (line === undefined) throw new Error('There is no practice line');
  return line.id;
};

/** The practice phone texts us. */
const text = (app: TestApp, body: string) => app.call('practice.text', { body });

const bodies = async (app: TestApp, input: MethodInput<'search.query'>): Promise<string[]> =>
  (await app.call('search.query', input)).messages.map(({ body }) => body);

const ready = (app: TestApp) =>
  eventually('the index is whole', async () => (await app.call('search.query', { query: 'x' })).index.state === 'ready');

test('a text is found as soon as it is there, whatever its case and accents', async () => {
  const app = await testApp();
  await text(app, 'Das Café öffnet um zehn');
  await text(app, 'The cafeteria is closed');
  expect(await bodies(app, { query: 'CAFE' })).toEqual(['The cafeteria is closed', 'Das Café öffnet um zehn']);
  expect(await bodies(app, { query: 'cafe zehn' })).toEqual(['Das Café öffnet um zehn']);
});

test('a hit says where it matches, also where the text was written with accents', async () => {
  const app = await testApp();
  await text(app, 'Un café, ou deux cafe\u0301s?');
  const { messages } = await app.call('search.query', { query: 'cafe' });
  const [hit] = messages;
  expect(hit?.marks.map(([from, to]) => hit.body.slice(from, to))).toEqual(['café', 'cafe\u0301']);
});

test('a removed text is not found any more', async () => {
  const app = await testApp();
  const { id } = await text(app, 'forget this one');
  await text(app, 'keep this one');
  expect(await bodies(app, { query: 'this one' })).toHaveLength(2);
  await app.call('messages.remove', { id });
  expect(await bodies(app, { query: 'this one' })).toEqual(['keep this one']);
});

test('a deleted index is built anew at the next start, and everything is found again', async () => {
  const app = await testApp();
  for (const body of ['one apple', 'two apples', 'three pears']) await text(app, body);
  await ready(app);
  await app.close();
  const folder = join(app.dataFolder, 'search');
  expect(existsSync(folder)).toBe(true);
  rmSync(folder, { recursive: true });
  const again = await testApp({ dataFolder: app.dataFolder });
  await ready(again);
  expect(await bodies(again, { query: 'apple' })).toEqual(['two apples', 'one apple']);
});

test('filters narrow a search, and alone they list', async () => {
  const app = await testApp();
  const lineId = await practiceLine(app);
  await text(app, 'from the phone');
  await app.call('messages.send', { lineId, to: '+12025550188', body: 'to the phone', clientId: 'c1' });
  await app.call('messages.send', {
    lineId,
    to: '+12025550188',
    body: 'to the phone with a picture',
    clientId: 'c2',
    mediaUrls: ['https://example.com/a.png'],
  });
  expect(await bodies(app, { query: 'phone', direction: 'inbound' })).toEqual(['from the phone']);
  expect(await bodies(app, { direction: 'outbound', lineId, query: 'to the phone' })).toHaveLength(2);
  expect(await bodies(app, { hasMedia: true })).toEqual(['to the phone with a picture']);
  expect(await bodies(app, { query: 'phone', lineId: 'l_none' })).toEqual([]);
  expect(await bodies(app, { query: 'phone', from: '2000-01-01T00:00:00.000Z', to: '2001-01-01T00:00:00.000Z' })).toEqual([]);
});

test('pages follow one another without gaps and without repeating anything', async () => {
  const app = await testApp();
  for (let index = 0; index < 25; index += 1) await text(app, `number ${index}`);
  const seen: string[] = [];
  let before: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof app.call<'search.query'>>> = await app.call('search.query', {
      query: 'number',
      limit: 10,
      ...(before !== null && { before }),
    });
    seen.push(...page.messages.map(({ body }) => body));
    before = page.nextBefore;
  } while (before !== null);
  expect(seen).toEqual(Array.from({ length: 25 }, (_each, index) => `number ${24 - index}`));
});

test('a conversation is found by its number, however it is written, and by its line', async () => {
  const app = await testApp();
  await text(app, 'hello');
  for (const query of ['+1 202 555', '(202) 555-01', '5550188', 'practice']) {
    const { conversations } = await app.call('search.query', { query });
    expect([query, conversations.map(({ peer }) => peer)]).toEqual([query, ['+12025550188']]);
  }
  expect((await app.call('search.query', { query: 'nobody' })).conversations).toEqual([]);
});

test('a cursor that no answer gave is refused', async () => {
  const app = await testApp();
  expect(await app.refusal('search.query', { query: 'x', before: 'm_1' })).toMatchObject({ code: 'invalid-input' });
});
