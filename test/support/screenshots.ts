/**
 * Takes the pictures of the README: every screen, light and dark, wide and narrow.
 *
 *     node test/support/screenshots.ts --ui http://127.0.0.1:1234 --token TOKEN --out docs/images [--only thread]
 *
 * Without a token the address is opened as it is (the window's stand-in). With `--check` axe looks at every screen too.
 * @module
 */
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright';
import { chromiumOptions } from './chromium.ts';

type Scheme = 'light' | 'dark';
type Size = { readonly name: string; readonly width: number; readonly height: number };

const sizes: readonly Size[] = [
  { name: 'wide', width: 1_360, height: 860 },
  { name: 'middle', width: 900, height: 720 },
  { name: 'narrow', width: 360, height: 740 },
];

/** How each screen is reached from a freshly opened window. */
const screens: Readonly<Record<string, (page: Page, narrow: boolean) => Promise<void>>> = {
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
    await page.getByRole('heading', { name: 'Headers' }).waitFor();
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
};

async function openLanes(page: Page, narrow: boolean): Promise<void> {
  if (narrow) await page.getByRole('button', { name: 'Show lines and lanes' }).click();
}

type Job = { readonly browser: Browser; readonly address: string; readonly out: string; readonly check: boolean };

async function shoot({ browser, address, out, check }: Job, screen: string, size: Size, scheme: Scheme): Promise<number> {
  const { width, height } = size;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: 2 });
  page.on('console', (message) => message.type() === 'error' && process.stderr.write(`${screen}: ${message.text()}\n`));
  page.on('pageerror', (error) => process.stderr.write(`${screen}: ${error.stack ?? error.message}\n`));
  await page.goto(address);
  await page.getByRole('main').or(page.getByRole('navigation')).first().waitFor();
  await page.getByText('Opening your inbox').waitFor({ state: 'hidden' });
  await screens[screen]?.(page, width < 720);
  // Letters and lists settle before the picture: two frames after the last of them was laid out.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const name = [screen, ...(size === sizes[0] ? [] : [size.name]), scheme].join('-');
  await page.screenshot({ path: path.join(out, `${name}.png`), animations: 'disabled' });
  const found = check ? await axe(page, `${screen} ${size.name} ${scheme}`) : 0;
  await page.close();
  return found;
}

type Violation = {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly target: unknown }[];
};

async function axe(page: Page, where: string): Promise<number> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const violations = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  for (const { id, help, nodes } of violations) {
    process.stdout.write(`${where}: ${id}: ${help}\n`);
    for (const node of nodes.slice(0, 4)) process.stdout.write(`    ${JSON.stringify(node.target)} ${node.html.slice(0, 160)}\n`);
  }
  return violations.length;
}

const { values } = parseArgs({
  options: {
    ui: { type: 'string' },
    token: { type: 'string' },
    out: { type: 'string', default: 'docs/images' },
    only: { type: 'string', multiple: true },
    size: { type: 'string', multiple: true },
    check: { type: 'boolean', default: false },
  },
});
if (values.ui === undefined) throw new Error('Say where the window is: --ui http://127.0.0.1:…');
const address = values.token === undefined ? values.ui : `${values.ui}/#token=${values.token}`;
await mkdir(values.out, { recursive: true });
const browser = await chromium.launch(chromiumOptions());
let found = 0;
for (const screen of values.only ?? Object.keys(screens)) {
  for (const size of sizes.filter(({ name }) => values.size?.includes(name) ?? true)) {
    for (const scheme of ['light', 'dark'] as const) {
      found += await shoot({ browser, address, out: values.out, check: values.check }, screen, size, scheme);
    }
  }
}
await browser.close();
process.stdout.write(values.check ? `axe found ${found}\n` : 'done\n');
