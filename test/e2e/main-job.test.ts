import { expect, onTestFinished, test } from 'vitest';
import { deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { recordingServer } from '../support/recording-server.ts';
import { cloudVno, receiveSmsInk } from '../support/sign.ts';
import { onEachHost } from './each-driver.ts';

const peer = '+14155551234';

onEachHost('the main job', (start) => {
  test('a new user texts themselves, sees the text arrive, answers it, and gets an answer back', async () => {
    const { page } = await start();
    await page.getByRole('button', { name: 'Text yourself' }).first().click();
    const row = page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').first();
    await row.click();
    const thread = page.getByRole('feed', { name: 'Messages' });
    await thread.getByText('This text came through the real receiver').waitFor();
    const composer = page.getByRole('textbox', { name: 'Message' });
    await composer.fill('Hello phone');
    await composer.press('Enter');
    await thread.getByRole('article').filter({ hasText: 'Hello phone' }).getByText('Delivered').waitFor();
    await eventually('the phone answered', async () => (await thread.getByRole('article').count()) === 3);
  });

  test('a number is added, its signed webhook becomes a bubble, and the answer leaves through the provider', async () => {
    const driver = await start();
    const { page } = driver;
    const provider = await recordingServer();
    onTestFinished(() => provider.close());
    provider.answer({ status: 201, body: { sid: 'SM77', status: 'queued' } });

    await page.getByRole('button', { name: 'Add your number' }).first().click();
    await page.getByRole('button', { name: /^CloudVNO/ }).click();
    await page.getByLabel('Your number').fill('+1 212 555 9876');
    await page.getByLabel('Name of the line').fill('Work');
    await page.getByRole('button', { name: 'Add this number' }).click();
    // Nothing was entered for the secret: the form says so beside the field.
    await page
      .getByRole('textbox', { name: /auth token/i })
      .and(page.locator('[aria-invalid="true"]'))
      .waitFor();
    await page.getByRole('textbox', { name: /auth token/i }).fill('token');
    await page.getByRole('textbox', { name: /api key/i }).fill('key');
    await page.getByRole('textbox', { name: /api address|base url|api base/i }).fill(provider.url);
    await page.getByRole('button', { name: 'Add this number' }).click();
    await page.getByRole('heading', { name: /tell your provider/i }).waitFor();

    const line = (await driver.call('lines.list', {})).items.find(({ label }) => label === 'Work');
    if (line === undefined) throw new Error('The line was not added');
    await page.getByText(line.webhookUrl).first().waitFor();
    const text = { MessageSid: 'SM1', From: peer, To: '+12125559876', Body: 'Are you there', NumMedia: '0' };
    expect((await deliver(driver, line, cloudVno('token', line.webhookUrl, text))).status).toBe(204);

    await page.getByRole('button', { name: 'Go to the inbox' }).click();
    await page.getByRole('listitem').filter({ hasText: '(415) 555-1234' }).click();
    await page.getByRole('article').filter({ hasText: 'Are you there' }).waitFor();
    await page.getByRole('textbox', { name: 'Message' }).fill('I am');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('article').filter({ hasText: 'I am' }).getByText('Sent', { exact: true }).waitFor();
    const [request] = provider.requests;
    expect(request).toMatchObject({ method: 'POST', path: '/v1/messages' });
    expect(JSON.parse(request?.body ?? '')).toMatchObject({ from: '+12125559876', to: peer, body: 'I am' });

    const report = cloudVno('token', line.webhookUrl, { MessageSid: 'SM77', MessageStatus: 'delivered' });
    expect((await deliver(driver, line, report)).status).toBe(204);
    await page.getByRole('article').filter({ hasText: 'I am' }).getByText('Delivered').waitFor();
  });

  test('a forged delivery is shown with its reason and reaches no conversation', async () => {
    const driver = await start();
    const { page } = driver;
    const line = await driver.call('lines.create', {
      provider: 'receivesms-ink',
      label: 'Ink',
      number: '+12025550100',
      credentials: { webhookSecret: 'right' },
    });
    expect((await deliver(driver, line, receiveSmsInk('wrong', { id: 1, from: peer, text: 'Forged' }))).status).toBe(401);
    expect((await deliver(driver, line, receiveSmsInk('right', { id: 2, from: peer, text: 'Genuine' }))).status).toBe(204);
    await page.getByRole('button', { name: /^Deliveries/ }).click();
    const list = page.getByRole('list', { name: 'Deliveries' });
    await list.getByText('The signature does not match').waitFor();
    await list.getByText('Accepted').waitFor();
    await page.getByRole('button', { name: /^Inbox/ }).click();
    await page.getByText('Genuine').first().waitFor();
    expect(await page.getByText('Forged').count()).toBe(0);
  });

  test('someone who texted STOP is not texted until the user decides otherwise', async () => {
    const driver = await start();
    const { page } = driver;
    const { conversationId } = await driver.call('practice.text', { body: 'STOP' });
    const { lineId, peer: phone } = await driver.call('conversations.get', { id: conversationId });
    await page.getByRole('listitem').filter({ hasText: 'STOP' }).click();
    await page.getByText('They texted STOP').waitFor();
    expect(await page.getByRole('textbox', { name: 'Message' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Text them anyway' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Text them anyway' }).click();
    await page.getByRole('textbox', { name: 'Message' }).fill('Only this once');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByRole('article').filter({ hasText: 'Only this once' }).waitFor();
    const { items } = await driver.call('messages.list', { conversationId });
    expect(items.at(-1)).toMatchObject({ lineId, peer: phone, direction: 'outbound' });
  });

  test('texts, drafts and what was read are still there after a restart', async () => {
    const first = await start();
    const { conversationId } = await first.call('practice.text', { body: 'Remember me' });
    await first.page.getByRole('listitem').filter({ hasText: 'Remember me' }).click();
    await first.page.getByRole('textbox', { name: 'Message' }).fill('Half a thought');
    await eventually(
      'the draft is kept',
      async () => (await first.call('conversations.get', { id: conversationId })).draft === 'Half a thought',
    );
    const dataFolder = (await first.call('state.snapshot', {})).host.dataFolder;
    await first.close();

    const second = await start({ dataFolder });
    await second.page
      .getByRole('listitem')
      .filter({ hasText: 'Remember me' })
      .or(second.page.getByRole('listitem').filter({ hasText: 'Half a thought' }))
      .first()
      .click();
    expect(await second.page.getByRole('textbox', { name: 'Message' }).inputValue()).toBe('Half a thought');
    expect((await second.call('conversations.get', { id: conversationId })).unread).toBe(0);
  });
});
