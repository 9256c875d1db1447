/**
 * Takes the pictures of the README: every screen, light and dark, wide and narrow.
 *
 *     node test/support/screenshots.ts --ui http://127.0.0.1:1234 --token TOKEN --out docs/images [--only thread] [--scheme dark]
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
import { screens } from './screens.ts';

const schemes = ['light', 'dark'] as const;
type Scheme = (typeof schemes)[number];
type Size = { readonly name: string; readonly width: number; readonly height: number };

const sizes: readonly Size[] = [
  { name: 'wide', width: 1_360, height: 860 },
  { name: 'middle', width: 900, height: 720 },
  { name: 'narrow', width: 360, height: 740 },
];

type Job = { readonly browser: Browser; readonly address: string; readonly out: string; readonly check: boolean };

async function shoot({ browser, address, out, check }: Job, screen: string, size: Size, scheme: Scheme): Promise<number> {
  const { width, height } = size;
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, deviceScaleFactor: 1.5 });
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
    scheme: { type: 'string', multiple: true },
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
    for (const scheme of schemes.filter((each) => values.scheme?.includes(each) ?? true)) {
      found += await shoot({ browser, address, out: values.out, check: values.check }, screen, size, scheme);
    }
  }
}
await browser.close();
process.stdout.write(values.check ? `axe found ${found}\n` : 'done\n');
