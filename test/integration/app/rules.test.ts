import { expect, onTestFinished, test } from 'vitest';
import type { MethodInput } from '../../../src/contract/methods.ts';
import type { LineView } from '../../../src/contract/views.ts';
import { eventually } from '../../support/eventually.ts';
import { type RecordingServer, recordingServer } from '../../support/recording-server.ts';
import { cloudSpire, cloudVno, mobileApiConnect } from '../../support/sign.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const peer = '+14155551234';
type RuleInput = MethodInput<'rules.save'>;

async function provider(): Promise<RecordingServer> {
  const server = await recordingServer();
  onTestFinished(() => server.close());
  return server;
}

function cloudLine(app: TestApp): Promise<LineView> {
  return app.call('lines.create', {
    provider: 'cloudvno',
    label: 'Cloud',
    number: '+12125559876',
    credentials: { authToken: 'token', apiKey: 'key', apiBaseUrl: 'http://127.0.0.1:9' },
  });
}

let texts = 0;
function text(line: LineView, body: string, from = peer) {
  texts += 1;
  return cloudVno('token', line.webhookUrl, { MessageSid: `SM${texts}`, From: from, To: line.number, Body: body });
}

function save(app: TestApp, rule: Partial<RuleInput>) {
  return app.call('rules.save', {
    name: 'Away',
    enabled: true,
    condition: {},
    actions: [{ do: 'answer', body: 'I am away & back <soon>.' }],
    ...rule,
  });
}

async function thread(app: TestApp, line: LineView, from = peer) {
  const { items } = await app.call('conversations.list', { lineId: line.id });
  const conversation = items.find((each) => each.peer === from);
  if (conversation === undefined) return undefined;
  return { conversation, messages: (await app.call('messages.list', { conversationId: conversation.id })).items };
}

test('a CloudVNO text is answered in the response to its own webhook, and a retry of it is not', async () => {
  const app = await testApp();
  const line = await cloudLine(app);
  const rule = await save(app, {});
  const delivery = text(line, 'Are you there?');
  const response = await app.deliver(line, delivery);
  expect(response.status).toBe(200);
  expect(await response.text()).toContain('<Message>I am away &amp; back &lt;soon&gt;.</Message>');
  const again = await app.deliver(line, delivery);
  expect([again.status, await again.text()]).toEqual([204, '']);
  const known = await thread(app, line);
  expect(known?.messages).toMatchObject([
    { direction: 'inbound', body: 'Are you there?' },
    { direction: 'outbound', body: 'I am away & back <soon>.', status: 'sent', ruleId: rule.id },
  ]);
});

test('a CloudSpire text is answered in JSON', async () => {
  const app = await testApp();
  const line = await app.call('lines.create', {
    provider: 'cloudspire',
    label: 'Spire',
    number: '+12125550177',
    credentials: { authHeader: 'Bearer test', secret: 'secret', apiBaseUrl: 'http://127.0.0.1:9' },
  });
  await save(app, {});
  const response = await app.deliver(line, cloudSpire('Bearer test', { from: peer, text: 'Hello?', timestamp: new Date().toISOString() }));
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ reply: 'I am away & back <soon>.' });
});

test('a provider that takes no answer in its webhook is answered through its send API', async () => {
  const [app, server] = [await testApp(), await provider()];
  server.answer({ status: 200, body: { success: true, id: 'X1' } });
  const line = await app.call('lines.create', {
    provider: 'mobile-api-connect',
    label: 'Mobile',
    number: '+12125550177',
    credentials: { webhookSecret: 'secret', apiKey: 'key', apiBaseUrl: server.url },
  });
  await save(app, {});
  const delivery = mobileApiConnect('secret', { from: '14155551234', text: 'Hello?', receivedAt: new Date().toISOString() });
  const response = await app.deliver(line, delivery);
  expect(response.ok).toBe(true);
  await eventually('the answer is sent', () => server.requests.length === 1);
  expect(server.requests[0]?.body).toContain('I am away');
});

test('nobody who said STOP, no short code, no name, no code and nobody twice within a minute is answered', async () => {
  const app = await testApp();
  const line = await cloudLine(app);
  await save(app, {});
  const statusOf = async (body: string, from?: string) => (await app.deliver(line, text(line, body, from))).status;
  expect(await statusOf('STOP')).toBe(204);
  expect(await statusOf('Hello again')).toBe(204);
  expect(await statusOf('Win a prize', '72345')).toBe(204);
  expect(await statusOf('Dear customer', 'BANK')).toBe(204);
  expect(await statusOf('Your verification code is 482913', '+14155550001')).toBe(204);
  expect(await statusOf('First', '+14155550002')).toBe(200);
  expect(await statusOf('Second', '+14155550002')).toBe(204);
});

test('of texts that come together only one is answered, whichever way the answer goes', async () => {
  const [app, server] = [await testApp(), await provider()];
  server.answer({ status: 200, body: { success: true, id: 'X1' } });
  const [inline, other] = [
    await cloudLine(app),
    await app.call('lines.create', {
      provider: 'mobile-api-connect',
      label: 'Mobile',
      number: '+12125550177',
      credentials: { webhookSecret: 'secret', apiKey: 'key', apiBaseUrl: server.url },
    }),
  ];
  await save(app, {});
  const responses = await Promise.all(['One', 'Two', 'Three'].map((body) => app.deliver(inline, text(inline, body))));
  expect(responses.map(({ status }) => status).sort()).toEqual([200, 204, 204]);

  const receivedAt = new Date().toISOString();
  const ask = (body: string, from: string) => app.deliver(other, mobileApiConnect('secret', { from, text: body, receivedAt }));
  await Promise.all(['One', 'Two', 'Three'].map((body) => ask(body, '14155551234')));
  await ask('Hello', '14155550009');
  await eventually('both are answered', () => server.requests.some((request) => request.body.includes('4155550009')));
  expect((await thread(app, other))?.messages.filter(({ direction }) => direction === 'outbound')).toHaveLength(1);
});

test('whoever was only answered by a rule is still a stranger', async () => {
  const app = await testApp();
  const line = await cloudLine(app);
  await save(app, {});
  expect((await app.deliver(line, text(line, 'Hello?'))).status).toBe(200);
  await eventually('the answer is there', async () => (await thread(app, line))?.messages.length === 2);
  const unknown = await app.call('conversations.list', { lane: { kind: 'unknown' } });
  expect(unknown.items).toMatchObject([{ peer, known: false, lastMessage: { direction: 'outbound' } }]);
});

test('a rule tags, moves and mutes, and a muted text is not announced', async () => {
  const app = await testApp();
  const line = await cloudLine(app);
  await save(app, {
    condition: { keywords: ['invoice'] },
    actions: [{ do: 'tag', tag: 'Money' }, { do: 'mute' }, { do: 'move', to: 'archived' }],
  });
  await app.deliver(line, text(line, 'Your invoice is due'));
  await eventually('the conversation is put away', async () => (await thread(app, line))?.conversation.archived === true);
  expect((await thread(app, line))?.conversation).toMatchObject({ tags: ['Money'], muted: true });
  await app.deliver(line, text(line, 'Something else', '+14155550009'));
  await eventually('the other text is announced', () => app.events.some((event) => event.kind === 'notice'));
  expect(app.events.filter((event) => event.kind === 'notice')).toHaveLength(1);
});

test('whoever a rule mutes loses the notification of an earlier text', async () => {
  const app = await testApp();
  const line = await cloudLine(app);
  await save(app, { condition: { keywords: ['sale'] }, actions: [{ do: 'mute' }] });
  await app.deliver(line, text(line, 'Hello'));
  await eventually('it is announced', () => app.events.some(({ kind }) => kind === 'notice'));
  await app.deliver(line, text(line, 'Big sale'));
  await eventually('the notification goes', () => app.events.some(({ kind }) => kind === 'read'));
  expect(app.events.filter(({ kind }) => kind === 'notice')).toHaveLength(1);
});

test('a rule posts texts to an address, and says when nobody takes them', async () => {
  const [app, server] = [await testApp(), await provider()];
  const line = await cloudLine(app);
  const rule = await save(app, { actions: [{ do: 'forward', url: `${server.url}/texts` }] });
  server.answer({ status: 204, body: '' });
  await app.deliver(line, text(line, 'Hello'));
  await eventually('it is posted', () => server.requests.length === 1);
  expect(JSON.parse(server.requests[0]?.body ?? '')).toMatchObject({ from: peer, to: line.number, line: 'Cloud', body: 'Hello' });
  server.answer({ status: 404, body: '' });
  await app.deliver(line, text(line, 'Hello again'));
  const problem = () => app.call('state.snapshot', {}).then(({ problems }) => problems.find(({ code }) => code === 'rule-not-forwarded'));
  await eventually('the user is told', async () => (await problem()) !== undefined);
  expect((await problem())?.message).toContain('it answered 404');
  await app.call('rules.save', { ...rule, actions: [{ do: 'forward', url: `${server.url}/other` }] });
  expect(await problem()).toBeUndefined();
});

test('a dry run says what would have been done with the last texts, and does nothing', async () => {
  const app = await testApp();
  const line = await cloudLine(app);
  for (const [body, from] of [
    ['hours please', '+14155550001'],
    ['hours?', '72345'],
    ['hello', '+14155550002'],
    ['hours once more', '+14155550001'],
  ]) {
    await app.deliver(line, text(line, body ?? '', from));
  }
  const { checked, items } = await app.call('rules.tryOut', {
    rule: { name: 'Hours', enabled: false, condition: { keywords: ['hours'] }, actions: [{ do: 'answer', body: 'Nine to five.' }] },
  });
  expect(checked).toBe(4);
  expect(items.map(({ message, actions }) => [message.body, actions[0]?.objection])).toEqual([
    ['hours once more', 'answered-just-now'],
    ['hours?', 'not-a-number'],
    ['hours please', undefined],
  ]);
  expect((await app.call('state.snapshot', {})).rules).toEqual([]);
  expect((await app.call('state.snapshot', {})).totals.messages).toBe(4);
});
