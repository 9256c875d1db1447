import { expect, test } from 'vitest';
import { complaintsOfAxe } from '../support/axe.ts';
import { type Driver, deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { cloudVno } from '../support/sign.ts';
import { onEachHost, type Start } from './each-driver.ts';

onEachHost('the replay lab', (start) => {
  test('a captured text is edited, signed and tried in a throwaway inbox, then sent to the real one', async () => {
    const { page, call, line } = await startWithText(start);
    await openDelivery(page, 'Accepted');
    await page.getByRole('button', { name: 'Replay in the lab' }).click();
    await page.getByRole('heading', { name: 'Request: Captured' }).waitFor();
    await page.getByText('A form with 4 pairs').waitFor();
    const body = page.getByRole('textbox', { name: 'Body' });
    await body.fill((await body.inputValue()).replace('SM1', 'SM2').replace('See+you', 'Edited+in+the+lab'));
    await page.getByRole('heading', { name: 'Request: Captured, edited' }).waitFor();
    await page.getByRole('radio', { name: 'Sign with the line’s secret' }).check();

    await page.getByRole('button', { name: 'Send to the throwaway inbox' }).click();
    const results = page.getByRole('table', { name: 'Results' }).getByRole('row');
    await results.filter({ hasText: 'Throwaway' }).filter({ hasText: 'Accepted' }).filter({ hasText: 'Edited in the lab' }).waitFor();
    expect(await bodiesOf(call, line.id)).toEqual(['See you']);

    await page.getByRole('radio', { name: /^The real inbox/ }).check();
    await body.focus();
    await page.keyboard.press('Control+Enter');
    await results.filter({ hasText: 'Real inbox' }).filter({ hasText: 'Accepted' }).waitFor();
    await eventually('it is in the inbox', async () => (await bodiesOf(call, line.id)).includes('Edited in the lab'));
    await results
      .filter({ hasText: 'Real inbox' })
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await page.getByRole('menuitem', { name: 'Open the delivery' }).click();
    await page.getByText('Sent by the replay lab').waitFor();
  });

  test('a signature that is left as it was no longer fits an edited body', async () => {
    const { page } = await startWithText(start);
    await openDelivery(page, 'Accepted');
    await page.getByRole('button', { name: 'Replay in the lab' }).click();
    const body = page.getByRole('textbox', { name: 'Body' });
    await body.fill((await body.inputValue()).replace('See+you', 'Forged'));
    await page.getByRole('radio', { name: 'Leave it as it is' }).check();
    const first = await page.getByRole('textbox', { name: 'Name of header 1', exact: true }).inputValue();
    await page.getByRole('textbox', { name: 'Name of header 1', exact: true }).press('Alt+ArrowDown');
    expect(await page.getByRole('textbox', { name: 'Name of header 2', exact: true }).inputValue()).toBe(first);
    await page.getByText('Masked here. The captured value is sent.').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Send to the throwaway inbox' }).click();
    await page.getByRole('table', { name: 'Results' }).getByRole('row').filter({ hasText: 'Refused' }).filter({ hasText: '401' }).waitFor();
  });

  test('every mutation meets what a correct receiver does, and nothing of it is kept', async () => {
    const { page, call, line } = await startWithText(start);
    await page.getByRole('button', { name: 'Deliveries' }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to' }).fill('replay lab');
    await page.getByRole('option', { name: 'Replay lab' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'Line' }).selectOption({ label: 'Shop' });
    await page.getByRole('button', { name: 'Bad signature' }).click();
    const refused = page.getByRole('row').filter({ hasText: 'Bad signature' }).filter({ hasText: 'Refused' });
    await refused.filter({ hasText: 'As expected' }).waitFor();
    await page.getByRole('button', { name: 'Run all mutations' }).click();
    await page.getByText('12 of 12 as expected').waitFor();
    expect(await bodiesOf(call, line.id)).toEqual(['See you']);
    expect((await call('deliveries.list', { limit: 100 })).items).toHaveLength(1);
  });

  test('two deliveries are compared, the one before it and one that was marked', async () => {
    const driver = await startWithText(start);
    const { page, line } = driver;
    const changed = { MessageSid: 'SM9', From: '+14155550101', To: line.number, Body: 'See you soon' };
    await deliver(driver, line, cloudVno('token', line.webhookUrl, changed));
    await page.getByRole('button', { name: 'Deliveries' }).click();
    const rows = page.getByRole('list', { name: 'Deliveries' }).getByRole('button');
    await rows.nth(1).waitFor();
    await rows.first().click();
    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page.getByRole('menuitem', { name: 'The one before it on this line' }).click();
    const differences = page.getByRole('table', { name: 'Differences: Body' });
    await differences.getByRole('row', { name: /^Body Changed See you See you soon/ }).waitFor();
    await differences.getByRole('row', { name: /^MessageSid Changed SM1 SM9/ }).waitFor();
    expect(await differences.getByRole('row', { name: /^From/ }).count()).toBe(0);
    await page.getByRole('switch', { name: 'Only differences' }).click();
    await differences.getByRole('row', { name: /^From/ }).waitFor();
    await page.getByRole('button', { name: 'Swap sides' }).click();
    await differences.getByRole('row', { name: /^Body Changed See you soon See you/ }).waitFor();

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page.getByRole('menuitem', { name: 'Another one: mark this one first' }).click();
    await page.getByRole('button', { name: 'Marked for comparing' }).waitFor();
    await rows.first().click();
    await page.getByRole('button', { name: 'Compare with the marked one' }).click();
    await differences.getByRole('row', { name: /^Body Changed See you See you soon/ }).waitFor();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in ${colorScheme}, axe finds nothing in the lab or in a comparison`, async () => {
      const driver = await startWithText(start, { colorScheme });
      const { page, line } = driver;
      const other = { MessageSid: 'SM9', From: '+14155550101', To: line.number, Body: 'See you soon', NumMedia: '0' };
      await deliver(driver, line, cloudVno('token', line.webhookUrl, other));
      await openDelivery(page, 'Accepted');
      await page.getByRole('button', { name: 'Replay in the lab' }).click();
      await page.getByRole('button', { name: 'Duplicate' }).click();
      await page.getByRole('row').filter({ hasText: 'Duplicate 2 of 2' }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
      await page.getByRole('button', { name: 'Back' }).click();
      await page.getByRole('button', { name: 'Compare with…' }).click();
      await page.getByRole('menuitem', { name: 'The one before it on this line' }).click();
      await page.getByRole('row', { name: /^Body Changed/ }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
    });
  }
});

/** A line that has got one text. */
async function startWithText(start: Start, options: Parameters<Start>[0] = {}) {
  const driver = await start(options);
  const line = await driver.call('lines.create', {
    provider: 'cloudvno',
    label: 'Shop',
    number: '+12125559876',
    credentials: { authToken: 'token' },
  });
  const text = { MessageSid: 'SM1', From: '+14155550101', To: line.number, Body: 'See you' };
  await deliver(driver, line, cloudVno('token', line.webhookUrl, text));
  return { ...driver, line };
}

async function openDelivery(page: Driver['page'], words: string): Promise<void> {
  await page.getByRole('button', { name: 'Deliveries' }).click();
  await page.getByRole('list', { name: 'Deliveries' }).getByRole('button').filter({ hasText: words }).first().click();
}

/** What the texts of a line say, oldest first. */
async function bodiesOf(call: Driver['call'], lineId: string): Promise<readonly string[]> {
  const { items } = await call('conversations.list', { lineId, limit: 10 });
  const threads = await Promise.all(items.map(({ id }) => call('messages.list', { conversationId: id, limit: 50 })));
  return threads.flatMap((thread) => thread.items.map(({ body }) => body));
}
