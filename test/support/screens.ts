/**
 * Every screen of the window, and how one gets there: for pictures and for whoever looks at them.
 * @module
 */
import type { Page } from 'playwright';

/** How each screen is reached from a freshly opened window. */
export const screens: Readonly<Record<string, (page: Page, narrow: boolean) => Promise<void>>> = {
  inbox: async (page, narrow) => {
    if (!narrow) await screens.thread?.(page, narrow);
  },
  thread: async (page) => {
    const rows = page.getByRole('list', { name: 'Conversations' }).getByRole('button');
    await rows.first().waitFor();
    await ((await rows.filter({ hasText: 'unread' }).count()) > 0 ? rows.filter({ hasText: 'unread' }) : rows).first().click();
    await page.getByRole('feed').waitFor();
  },
  search: async (page) => {
    await page.getByRole('searchbox').fill('the');
    await page.locator('mark').first().waitFor();
  },
  'new-conversation': async (page) => {
    await page.getByRole('button', { name: 'New conversation' }).first().click();
    await page.getByRole('combobox', { name: 'To' }).waitFor();
  },
  'add-number': async (page, narrow) => {
    await openLanes(page, narrow);
    await page.getByRole('navigation').getByRole('button', { name: 'Add your number' }).click();
    await page.getByRole('heading', { name: /who is your number/i }).waitFor();
  },
  connect: async (page, narrow) => {
    await screens['add-number']?.(page, narrow);
    await page.getByRole('button', { name: /^CloudVNO/ }).click();
    await page.getByRole('button', { name: 'Add this number' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
  },
  line: async (page, narrow) => {
    await openLanes(page, narrow);
    await page.getByRole('navigation').getByRole('list', { name: 'Lines' }).getByRole('button').first().click();
    await page.getByRole('button', { name: /^Settings of/ }).click();
    await page.getByRole('heading', { name: 'Webhook URL' }).waitFor();
  },
  reception: async (page, narrow) => {
    await openLanes(page, narrow);
    await page.getByRole('status', { name: 'Reception' }).getByRole('button').click();
    await page.getByRole('heading', { name: 'When texts could arrive' }).waitFor();
    await page.getByRole('radio').first().waitFor();
  },
  ledger: async (page, narrow) => {
    await screens.reception?.(page, narrow);
    await page.getByRole('radio', { name: 'Last 30 days' }).click();
    await page.getByText('Loading…').waitFor({ state: 'hidden' });
    await page.getByRole('heading', { name: 'When texts could arrive' }).scrollIntoViewIfNeeded();
  },
  ways: async (page, narrow) => {
    await screens.reception?.(page, narrow);
    const change = page.getByRole('button', { name: 'Change', exact: true });
    if (await change.isVisible()) await change.click();
    await page.getByRole('radio', { name: /^Your own server/ }).click();
    await page.getByLabel('Host name').scrollIntoViewIfNeeded();
  },
  deliveries: async (page, narrow) => {
    await openLanes(page, narrow);
    await page.getByRole('navigation').getByRole('button', { name: 'Deliveries' }).click();
    await page.getByRole('list', { name: 'Deliveries' }).getByRole('button').first().click();
    await page.getByRole('region', { name: 'Body as shown' }).waitFor();
  },
  'deliveries-narrowed': async (page, narrow) => {
    await openLanes(page, narrow);
    await page.getByRole('navigation').getByRole('button', { name: 'Deliveries' }).click();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('combobox', { name: 'Time' }).selectOption({ label: 'Last 7 days' });
    await page.getByRole('button', { name: 'Refused', exact: true }).click();
    await page.getByRole('list', { name: 'The list is narrowed by' }).waitFor();
    await page.getByRole('list', { name: 'Deliveries', exact: true }).getByRole('button').first().waitFor();
  },
  lab: async (page, narrow) => {
    await screens.deliveries?.(page, narrow);
    await page.getByRole('button', { name: 'Replay in the lab' }).click();
    await page.getByRole('button', { name: 'Duplicate' }).click();
    await page.getByRole('row').filter({ hasText: 'Duplicate 2 of 2' }).waitFor();
  },
  compare: async (page, narrow) => {
    await screens.deliveries?.(page, narrow);
    await page.getByRole('button', { name: 'Compare with…' }).click();
    await page.getByRole('menuitem', { name: 'The one before it on this line' }).click();
    await page.getByRole('heading', { name: 'Facts' }).waitFor();
  },
  doctor: async (page, narrow) => {
    await openLanes(page, narrow);
    await page.getByRole('navigation').getByRole('button', { name: 'Deliveries' }).click();
    await page.getByRole('list', { name: 'Deliveries' }).getByRole('button').filter({ hasText: 'Refused' }).first().click();
    await page
      .getByRole('region', { name: 'Why it was refused' })
      .getByText(/would be accepted|Who can mend it|Check by hand/)
      .first()
      .waitFor();
  },
  learn: async (page, narrow) => {
    await screens.line?.(page, narrow);
    await page.getByRole('button', { name: 'Learn' }).click();
    await page.getByRole('heading', { name: 'What the receiver makes of it' }).waitFor();
  },
  contacts: async (page, narrow) => {
    await openLanes(page, narrow);
    await page.getByRole('navigation').getByRole('button', { name: 'Contacts' }).click();
    await page.getByRole('list', { name: 'Contacts' }).getByRole('button').first().waitFor();
    if (!narrow)
      await page
        .getByRole('list', { name: 'Contacts' })
        .getByRole('button', { name: /Example One/ })
        .click();
  },
  contact: async (page, narrow) => {
    await screens.contacts?.(page, narrow);
    await page
      .getByRole('list', { name: 'Contacts' })
      .getByRole('button', { name: /Example One/ })
      .click();
    await page.getByRole('heading', { name: 'Example One' }).waitFor();
  },
  'contact-form': async (page, narrow) => {
    await screens.contact?.(page, narrow);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
  },
  duplicates: async (page, narrow) => {
    await screens.contacts?.(page, narrow);
    await page.getByRole('button', { name: 'More about contacts' }).click();
    await page.getByRole('menuitem', { name: 'Find duplicates' }).click();
    await page.getByRole('button', { name: 'Make one of them' }).first().waitFor();
  },
  'about-someone': async (page, narrow) => {
    await screens.thread?.(page, narrow);
    await page.getByRole('button', { name: /^About/ }).click();
    await page.getByRole('dialog').waitFor();
  },
  settings: async (page, narrow) => {
    await openLanes(page, narrow);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('heading', { name: 'Appearance' }).waitFor();
  },
  'send-later': async (page, narrow) => {
    await openThread(page, 'Example One');
    await page.getByRole('textbox', { name: 'Message' }).fill('Thank you for today. The pictures are ready on Monday.');
    if (!narrow) await page.getByRole('button', { name: 'Send later' }).click();
  },
  codes: async (page, narrow) => {
    await openLanes(page, narrow);
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Codes/ })
      .click();
    await page.getByRole('button', { name: /^Copy/ }).first().waitFor();
    if (!narrow) await openThread(page, 'Example Bank');
  },
  waiting: async (page, narrow) => {
    await openLanes(page, narrow);
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Waiting on me/ })
      .click();
    await page.getByRole('list', { name: 'Conversations' }).getByRole('button').first().waitFor();
  },
  palette: async (page) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('ex');
    await page.getByRole('option').first().waitFor();
  },
  attachments: async (page) => {
    await openThread(page, 'One more is coming');
    await page.getByRole('img').first().waitFor();
  },
  rules: async (page, narrow) => {
    await screens.settings?.(page, narrow);
    await page.getByRole('button', { name: 'Open rules' }).click();
    await page.getByRole('button', { name: 'Answer a keyword' }).click();
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
  },
  notifications: async (page, narrow) => {
    await screens.settings?.(page, narrow);
    await page.getByRole('navigation', { name: 'Settings' }).getByRole('button', { name: 'Notifications' }).click();
    await page.getByRole('heading', { name: 'Notifications' }).waitFor();
  },
  import: async (page, narrow) => {
    await screens.settings?.(page, narrow);
    await page
      .getByRole('button', { name: /^Import/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Import texts' }).waitFor();
  },
};

async function openLanes(page: Page, narrow: boolean): Promise<void> {
  if (narrow) await page.getByRole('button', { name: 'Show lines and lanes' }).click();
}

/** Opens the conversation whose row holds these words. */
async function openThread(page: Page, words: string): Promise<void> {
  await page.getByRole('list', { name: 'Conversations' }).getByRole('button').filter({ hasText: words }).first().click();
  await page.getByRole('feed').waitFor();
}
