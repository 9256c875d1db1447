import { expect, test } from 'vitest';
import { complaintsOfAxe } from '../support/axe.ts';
import { deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { cloudVno } from '../support/sign.ts';
import { onEachHost } from './each-driver.ts';

onEachHost('rules', (start) => {
  test('a rule is written, tried out on the last texts, kept, and answers in the webhook itself', async () => {
    const driver = await start();
    const { page } = driver;
    const line = await driver.call('lines.create', {
      provider: 'cloudvno',
      label: 'Shop',
      number: '+12125559876',
      credentials: { authToken: 'token' },
    });
    const text = (id: string, from: string, body: string) =>
      deliver(driver, line, cloudVno('token', line.webhookUrl, { MessageSid: id, From: from, To: line.number, Body: body }));
    await text('SM1', '+14155550101', 'What are your hours?');
    await text('SM2', '72345', 'Happy hours at the mall');
    await text('SM3', '+14155550102', 'See you');

    await page.getByRole('button', { name: /^Settings/ }).click();
    await page.getByRole('button', { name: 'Open rules' }).click();
    await page.getByRole('button', { name: 'Answer a keyword' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('');
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByText('Give the rule a name.').waitFor();
    await page.getByRole('textbox', { name: 'Name' }).fill('Opening hours');
    await page.getByRole('button', { name: 'Try it out' }).click();
    await page.getByText('2 texts of the last 3 would have met this rule:').waitFor();
    await page.getByText('no answer: a short code or a name').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('switch', { name: 'Opening hours is on' }).waitFor();

    const answered = await text('SM4', '+14155550103', 'hours?');
    expect(await answered.text()).toContain('<Message>We are open');
    await page.getByRole('button', { name: /^Inbox/ }).click();
    await page.getByRole('listitem').filter({ hasText: '555-0103' }).click();
    await page.getByRole('article').filter({ hasText: 'We are open' }).getByText('Answered by a rule').waitFor();

    await page.getByRole('button', { name: /^Settings/ }).click();
    await page.getByRole('button', { name: 'Open rules' }).click();
    await page.getByRole('switch', { name: 'Opening hours is on' }).click();
    await eventually('it is off', async () => (await driver.call('state.snapshot', {})).rules[0]?.enabled === false);
    expect(await (await text('SM5', '+14155550104', 'hours?')).text()).toBe('');
  });

  test('rules are put in order, and one that was removed comes back where it was', async () => {
    const driver = await start();
    const { page } = driver;
    for (const name of ['First', 'Second', 'Third']) {
      await driver.call('rules.save', { name, enabled: true, condition: {}, actions: [{ do: 'mute' }] });
    }
    const order = async () => (await driver.call('state.snapshot', {})).rules.map(({ name }) => name).join(' ');
    await page.getByRole('button', { name: /^Settings/ }).click();
    await page.getByRole('button', { name: 'Open rules' }).click();
    await page.getByRole('button', { name: 'Actions for Third' }).click();
    await page.getByRole('menuitem', { name: 'Move up' }).click();
    await eventually('it moved', async () => (await order()) === 'First Third Second');
    await page.getByRole('button', { name: 'Actions for First' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await eventually('it is removed', async () => (await order()) === 'Third Second');
    await page.getByRole('button', { name: 'Undo' }).click();
    await eventually('it is back', async () => (await order()) === 'First Third Second');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing on the rules`, async () => {
      const { page } = await start({ colorScheme });
      await page.getByRole('button', { name: /^Settings/ }).click();
      await page.getByRole('button', { name: 'Open rules' }).click();
      await page.getByRole('button', { name: 'Away message' }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
      await page.getByRole('button', { name: 'Away message' }).click();
      await page.getByRole('button', { name: 'Add an action' }).click();
      await page.getByRole('textbox', { name: 'Name' }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
      await page.getByRole('combobox', { name: 'Tag', exact: true }).fill('Away');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await page.getByRole('switch', { name: /is on$/ }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
    });
  }
});
