import { expect, test } from 'vitest';
import { createLogger } from '../../../src/logging/logger.ts';
import { eventually } from '../../support/eventually.ts';
import { receiveSmsInk } from '../../support/sign.ts';
import { steeredClock } from '../../support/steered-clock.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';
const hour = 3_600_000;
let messageId = 0;

function inkLine(app: TestApp) {
  const credentials = { webhookSecret: secret };
  return app.call('lines.create', { provider: 'receivesms-ink', label: 'Ink', number: '+12025550100', credentials });
}

async function text(app: TestApp, line: { readonly webhookPath: string }, from: string, body: string): Promise<void> {
  messageId += 1;
  expect((await app.deliver(line, receiveSmsInk(secret, { id: messageId, from, text: body }))).status).toBe(204);
}

/** A system's clipboard. */
function aClipboard() {
  const desktop = { text: '' };
  return {
    desktop,
    clipboard: {
      async write(written: string) {
        desktop.text = written;
      },
      read: async () => desktop.text,
    },
  };
}

test('the latest code is found, also when somebody wrote after it, and copying copies the code alone', async () => {
  const { desktop, clipboard } = aClipboard();
  const app = await testApp({ clipboard });
  const line = await inkLine(app);
  expect(await app.call('codes.latest', {})).toEqual({ code: null });
  await text(app, line, '28221', 'Your code is 111111');
  await text(app, line, 'BANK', 'G-222222 is your Bank verification code');
  await text(app, line, 'BANK', 'Thank you for signing in.');
  await text(app, line, '+14155551234', 'Lunch at 1230?');
  const { code } = await app.call('codes.latest', {});
  expect(code).toMatchObject({ code: '222222', peer: 'BANK' });
  const copied = await app.call('codes.copy', { messageId: code?.messageId ?? '' });
  expect(copied).toMatchObject({ code: '222222', copied: true });
  expect(desktop.text).toBe('222222');
  await app.close();
  expect(desktop.text).toBe('');
});

test('a copied code is taken out of the clipboard after the time that is set, unless it is kept', async () => {
  const { desktop, clipboard } = aClipboard();
  const app = await testApp({ clipboard });
  const line = await inkLine(app);
  await app.call('settings.update', { codes: { clearClipboardSeconds: 1 } });
  await text(app, line, '28221', 'Your code is 111111');
  const { code } = await app.call('codes.latest', {});
  const copy = () => app.call('codes.copy', { messageId: code?.messageId ?? '' });
  const { clearsAt } = await copy();
  expect(Date.parse(clearsAt ?? '') - Date.now()).toBeLessThanOrEqual(1_000);
  await eventually('it is gone', () => desktop.text === '');
  await copy();
  await app.call('codes.keep', {});
  await app.close();
  expect(desktop.text).toBe('111111');
});

test('copying the only unread text reads it; of several it reads none', async () => {
  const app = await testApp({ clipboard: aClipboard().clipboard });
  const line = await inkLine(app);
  await text(app, line, '28221', 'Your code is 111111');
  await text(app, line, 'BANK', 'We need to talk about your account.');
  await text(app, line, 'BANK', 'Your code is 222222');
  const { items } = await app.call('conversations.list', {});
  for (const { lastMessage } of items) await app.call('codes.copy', { messageId: lastMessage?.id ?? '' });
  const after = await app.call('conversations.list', {});
  expect(Object.fromEntries(after.items.map(({ peer, unread }) => [peer, unread]))).toEqual({ '28221': 0, BANK: 2 });
});

test('a host without a clipboard says so, and gives the code to whoever asked', async () => {
  const app = await testApp();
  const line = await inkLine(app);
  await text(app, line, '28221', 'Your code is 111111');
  const { code } = await app.call('codes.latest', {});
  expect(await app.call('codes.copy', { messageId: code?.messageId ?? '' })).toEqual({ code: '111111', copied: false, clearsAt: null });
});

test('a code that is old, of a blocked sender, or none at all is not offered', async () => {
  const clock = steeredClock();
  const app = await testApp({ clock });
  const line = await inkLine(app);
  await text(app, line, 'SPAM', 'Your code is 999999');
  const [spam] = (await app.call('conversations.list', {})).items;
  await app.call('conversations.update', { id: spam?.id ?? '', blocked: true });
  expect(await app.call('codes.latest', {})).toEqual({ code: null });
  await text(app, line, 'BANK', 'Your code is 111111');
  expect((await app.call('codes.latest', {})).code).toMatchObject({ code: '111111' });
  clock.skip(25 * hour);
  expect(await app.call('codes.latest', {})).toEqual({ code: null });
  await text(app, line, 'SHOP', 'Your order 482913 has shipped.');
  const shop = (await app.call('conversations.list', {})).items.find(({ peer }) => peer === 'SHOP');
  expect(await app.refusal('codes.copy', { messageId: shop?.lastMessage?.id ?? '' })).toMatchObject({ code: 'not-found' });
});

test('the conversation in the Codes lane leaves it by itself, and carries its code until then', async () => {
  const clock = steeredClock();
  const app = await testApp({ clock });
  const line = await inkLine(app);
  await text(app, line, 'BANK', 'Your code is 482 913');
  const inLane = async () => (await app.call('conversations.list', { lane: { kind: 'codes' } })).items;
  expect(await inLane()).toMatchObject([{ peer: 'BANK', lastMessage: { code: '482913' } }]);
  clock.skip(25 * hour);
  expect(await inLane()).toEqual([]);
});

test('no code is in the log, whatever is done with it', async () => {
  const lines: string[] = [];
  const logger = createLogger({ write: (written) => lines.push(written), level: 'debug', now: () => Date.now() });
  const broken = {
    write: async (written: string) => {
      throw new Error(`Cannot copy ${written}`);
    },
    read: async () => '482913',
  };
  const app = await testApp({ logger, clipboard: broken });
  const line = await inkLine(app);
  await text(app, line, 'BANK', 'Your code is 482913');
  const { code } = await app.call('codes.latest', {});
  await app.refusal('codes.copy', { messageId: code?.messageId ?? '' });
  logger.error('test.quotes', { error: new Error('Your code is 482-913'), code: 482_913, text: 'A7X9K2' });
  await app.close();
  expect(lines.join('\n')).toContain('test.quotes');
  expect(lines.join('\n')).not.toMatch(/482.?913|A7X9K2/);
});
