import { expect, onTestFinished, test } from 'vitest';
import { complaintsOfAxe } from '../support/axe.ts';
import { type Driver, deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { recordingServer } from '../support/recording-server.ts';
import { cloudVno } from '../support/sign.ts';
import { onEachHost, type Start } from './each-driver.ts';

/** A conversation with the simulated phone, open, with the caret in the composer. */
async function talking(start: Start, options: Parameters<Start>[0] = {}) {
  const driver = await start(options);
  const { conversationId } = await driver.call('practice.text', { body: 'Are you there?' });
  const { page } = driver;
  await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').filter({ hasText: 'Are you there?' }).click();
  const field = page.getByRole('textbox', { name: 'Message' });
  await field.waitFor();
  return { driver, page, conversationId, field };
}

async function sentBodies(driver: Driver, conversationId: string): Promise<string[]> {
  const { items } = await driver.call('messages.list', { conversationId });
  return items.filter(({ direction }) => direction === 'outbound').map(({ body }) => body);
}

onEachHost('composing', (start) => {
  test('a text that was sent too early is taken back, by mouse and by Ctrl+Z, and stands in the composer again', async () => {
    const { driver, page, conversationId, field } = await talking(start);
    await driver.call('settings.update', { undoSendSeconds: 30 });
    await field.fill('Wrong person');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Undo send' }).click();
    await eventually('the text is back', async () => (await field.inputValue()) === 'Wrong person');
    await eventually('one goes on writing', () => field.evaluate((element) => element === document.activeElement));
    await field.press('Enter');
    await page.getByRole('button', { name: 'Undo send' }).waitFor();
    await eventually('the field is empty', async () => (await field.inputValue()) === '');
    await field.press('Control+z');
    await eventually('the text is back', async () => (await field.inputValue()) === 'Wrong person');
    expect(await sentBodies(driver, conversationId)).toEqual([]);
  });

  test('a text is scheduled, shown, changed and discarded, and one that is due goes out', async () => {
    const { driver, page, conversationId, field } = await talking(start);
    await field.fill('Good morning');
    await page.getByRole('button', { name: 'Send later' }).click();
    await page.getByRole('button', { name: /^Tomorrow morning/ }).click();
    await page.getByRole('switch', { name: 'Not if they write first' }).click();
    await page.getByRole('button', { name: 'Schedule', exact: true }).click();
    const waiting = page.getByRole('list', { name: 'Scheduled texts' }).getByRole('listitem');
    await waiting.getByText(/unless they write first/).waitFor();
    expect(await field.inputValue()).toBe('');

    await page.getByRole('button', { name: /^Scheduled texts/ }).click();
    await page.getByRole('main').getByText('Good morning').waitFor();
    await page.getByRole('button', { name: 'Actions for this scheduled text' }).click();
    await page.getByRole('menuitem', { name: 'Discard' }).click();
    await page.getByText('Nothing is scheduled').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('main').getByText('Good morning').waitFor();

    await page.getByRole('button', { name: 'Actions for this scheduled text' }).click();
    await page.getByRole('menuitem', { name: 'Send now' }).click();
    await eventually('it is sent', async () => (await sentBodies(driver, conversationId)).includes('Good morning'));
    await page.getByText('Nothing is scheduled').waitFor();
  });

  test('they write first: what was only wanted without an answer stays here and says so', async () => {
    const { driver, page, conversationId, field } = await talking(start);
    const { lineId, peer } = await driver.call('conversations.get', { id: conversationId });
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    await driver.call('schedule.create', { lineId, to: peer, body: 'Still waiting', dueAt, unlessAnswered: true, clientId: 's1' });
    await driver.call('practice.text', { body: 'Here I am' });
    const held = page.getByRole('list', { name: 'Scheduled texts' }).getByRole('listitem');
    await held.getByText(/they wrote first/).waitFor();
    await held.getByRole('button', { name: 'Discard' }).click();
    await eventually('it is gone', async () => (await held.count()) === 0);
    await field.waitFor();
    expect(await sentBodies(driver, conversationId)).toEqual([]);
  });

  test('a template fills in what is known, Tab goes to what is not, and a field left open is asked about', async () => {
    const { driver, page, conversationId, field } = await talking(start);
    await driver.call('settings.update', { undoSendSeconds: 0 });
    await page.getByRole('button', { name: 'Insert a template' }).click();
    await page.getByRole('button', { name: 'New template' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Give the template a title.').waitFor();
    await page.getByRole('textbox', { name: 'Title' }).fill('Table');
    await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Your table is {table} on {line} at {hour}.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByRole('button', { name: 'Insert a template' }).click();
    await page.getByRole('combobox', { name: 'Find a template' }).fill('tab');
    await page.keyboard.press('Enter');
    await eventually('it is inserted', async () => (await field.inputValue()) === 'Your table is {table} on Practice at {hour}.');
    await eventually('the field is selected', () =>
      field.evaluate((element: HTMLTextAreaElement) => element.value.slice(element.selectionStart, element.selectionEnd) === '{table}'),
    );
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.getByText('Still to be filled in: {hour}.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('noon');
    await page.keyboard.press('Enter');
    await eventually('it is sent', async () => (await sentBodies(driver, conversationId)).length === 1);
    expect(await sentBodies(driver, conversationId)).toEqual(['Your table is 12 on Practice at noon.']);
  });

  test('the very same text twice in a row is asked about', async () => {
    const driver = await start();
    const { page } = driver;
    const provider = await recordingServer();
    onTestFinished(() => provider.close());
    provider.answer({ status: 201, body: { sid: 'SM1', status: 'queued' } });
    await driver.call('settings.update', { undoSendSeconds: 0 });
    const line = await driver.call('lines.create', {
      provider: 'cloudvno',
      label: 'Work',
      number: '+12125559876',
      credentials: { authToken: 'token', apiKey: 'key', apiBaseUrl: provider.url },
    });
    const text = { MessageSid: 'SM7', From: '+14155551234', To: line.number, Body: 'Are you coming?' };
    expect((await deliver(driver, line, cloudVno('token', line.webhookUrl, text))).status).toBe(204);
    await page.getByRole('listitem').filter({ hasText: 'Are you coming?' }).click();
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.fill('Yes');
    await field.press('Enter');
    await eventually('it is sent', () => provider.requests.length === 1);
    await page.getByRole('article').filter({ hasText: 'Yes' }).first().waitFor();
    await field.fill('Yes');
    await field.press('Enter');
    await page.getByText('You sent them exactly this a moment ago.').waitFor();
    expect(provider.requests).toHaveLength(1);
    await page.getByRole('button', { name: 'Send it again' }).click();
    await eventually('it is sent again', () => provider.requests.length === 2);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing while one composes`, async () => {
      const { driver, page, conversationId, field } = await talking(start, { colorScheme });
      const { lineId, peer } = await driver.call('conversations.get', { id: conversationId });
      await driver.call('templates.save', { title: 'Thanks', body: 'Thank you, {name}' });
      const dueAt = new Date(Date.now() + 3_600_000).toISOString();
      await driver.call('schedule.create', { lineId, to: peer, body: 'Later', dueAt, clientId: 's1' });
      await page.getByRole('button', { name: 'Insert a template' }).click();
      await page.getByRole('option', { name: /^Thanks/ }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await field.fill('Hello {name}');
      await field.press('Enter');
      await page.getByText('Still to be filled in').waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
      await page.getByRole('button', { name: 'Send later' }).click();
      await page.getByRole('button', { name: 'Schedule', exact: true }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^Scheduled texts/ }).click();
      await page.getByRole('heading', { name: 'Scheduled texts' }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
    });
  }
});
