import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { complaintsOfAxe } from '../support/axe.ts';
import { type Driver, deliver } from '../support/drivers/driver.ts';
import { eventually } from '../support/eventually.ts';
import { type MediaServer, mediaServer } from '../support/media/media-server.ts';
import { html, jpeg, pdf, png, svg, vcard, wav, webm } from '../support/media/samples.ts';
import { cloudSpire } from '../support/sign.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { onEachHost, type Start } from './each-driver.ts';

const base = 'http://media.example.com';
const peer = '+14155551234';

type Scene = { readonly app: Driver; readonly page: Page; readonly server: MediaServer; readonly dataFolder: string };

/** The app with a line whose provider sends attachments, and a server in its internet that has them. */
async function scene(start: Start, options: Parameters<Start>[0] = {}): Promise<Scene> {
  const server = await mediaServer();
  const dataFolder = await temporaryFolder();
  const app = await start({ ...options, dataFolder, servers: { 'media.example.com': server.url } });
  await app.call('lines.create', { provider: 'cloudspire', label: 'Work', number: '+14045559999', credentials: { secret: 'test_secret' } });
  return { app, page: app.page, server, dataFolder };
}

let count = 0;

/** Texts the line, with attachments from these paths. */
async function receive({ app }: Scene, text: string, ...paths: readonly string[]): Promise<void> {
  const { items } = await app.call('lines.list', {});
  const line = items.find(({ provider }) => provider === 'cloudspire');
  if (line === undefined) throw new Error('There is no line.');
  count += 1;
  const timestamp = new Date(Date.UTC(2026, 1, 13, 12, 0, count)).toISOString();
  const answer = await deliver(app, line, cloudSpire(undefined, { from: peer, text, timestamp, media: paths.map((path) => base + path) }));
  expect(answer.status).toBe(200);
}

async function openThread(page: Page, text: string): Promise<void> {
  await page.getByRole('list', { name: 'Conversations' }).getByRole('listitem').filter({ hasText: text }).first().click();
  await page.getByRole('feed').waitFor();
}

/** Whether the picture was really drawn, and how large it is on the screen. */
function drawn(page: Page, name: string): Promise<{ natural: number; width: number; height: number; src: string } | undefined> {
  return page
    .getByRole('img', { name, exact: true })
    .first()
    .evaluate((image) => {
      if (!(image instanceof HTMLImageElement) || image.naturalWidth === 0) return undefined;
      const { width, height } = image.getBoundingClientRect();
      return { natural: image.naturalWidth, width: Math.round(width), height: Math.round(height), src: image.src };
    });
}

async function drawnAtAll(page: Page): Promise<boolean> {
  return (await page.getByRole('article').getByRole('img').count()) > 0;
}

onEachHost('attachments', (start, kind) => {
  test('a picture is shown in the thread, large in the viewer, and walked through with the arrows', async () => {
    const here = await scene(start);
    const { page, server } = here;
    server.put('/hills.jpg', jpeg, { 'content-type': 'application/octet-stream' });
    server.put('/tall.png', png);
    await receive(here, 'Two pictures', '/hills.jpg', '/tall.png');
    await openThread(page, 'Two pictures');
    const picture = await eventually('the picture is drawn', () => drawn(page, 'hills.jpg'));
    expect(picture).toMatchObject({ natural: 960, width: 320, height: 213, src: expect.stringMatching(/^blob:/) });
    expect(await eventually('the other one too', () => drawn(page, 'tall.png'))).toMatchObject({ natural: 240 });

    await page.getByRole('button', { name: 'View hills.jpg' }).click();
    const viewer = page.getByRole('dialog', { name: 'Picture viewer' });
    await viewer.getByText('1 of 2').waitFor();
    expect(await complaintsOfAxe(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await viewer.getByText('2 of 2').waitFor();
    await viewer.getByRole('img', { name: 'tall.png' }).waitFor();
    await page.keyboard.press('+');
    await viewer.getByRole('button', { name: 'Fit into the window' }).waitFor();
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'hidden' });
  });

  test('from the keyboard a picture is opened through the menu of its message', async () => {
    const here = await scene(start);
    const { page, server } = here;
    server.put('/hills.jpg', jpeg);
    await receive(here, 'By keyboard', '/hills.jpg');
    await openThread(page, 'By keyboard');
    await eventually('the picture is drawn', () => drawn(page, 'hills.jpg'));
    await page.getByRole('article').first().focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'View hills.jpg' }).press('Enter');
    await page.getByRole('dialog', { name: 'Picture viewer' }).waitFor();
  });

  test('what only pretends to be a picture is a file one can save', async () => {
    const here = await scene(start);
    const { page, server } = here;
    server.put('/party.jpg', html, { 'content-type': 'image/jpeg' });
    server.put('/logo.svg', svg, { 'content-type': 'image/svg+xml' });
    await receive(here, 'Look at this', '/party.jpg', '/logo.svg');
    await openThread(page, 'Look at this');
    const article = page.getByRole('article').filter({ hasText: 'Look at this' });
    await article.getByText('party.jpg').waitFor();
    await article.getByText('logo.svg').waitFor();
    await eventually('both are files of no known kind', async () => (await article.getByText('Unknown kind of file').count()) === 2);
    expect(await article.getByRole('img').count()).toBe(0);
    expect(await article.getByRole('button', { name: /^Open/ }).count()).toBe(0);
    expect(await article.getByRole('button', { name: 'Save party.jpg' }).count()).toBe(1);
  });

  test('a film and a recording are played, a contact is kept, a document is offered', async () => {
    const here = await scene(start);
    const { app, page, server } = here;
    server.put('/walk.webm', webm);
    server.put('/tone.wav', wav);
    server.put('/robin.vcf', vcard);
    server.put('/menu.pdf', pdf);
    await receive(here, 'All sorts', '/walk.webm', '/tone.wav', '/robin.vcf', '/menu.pdf');
    await openThread(page, 'All sorts');
    const article = page.getByRole('article').filter({ hasText: 'All sorts' });

    await article.getByRole('button', { name: 'Play walk.webm' }).click();
    const playing = (tag: string) =>
      article.locator(tag).evaluate((element) => element instanceof HTMLMediaElement && element.readyState >= 2 && element.error === null);
    await eventually('the film has a picture', () => playing('video'));
    await article.getByRole('button', { name: 'Play tone.wav' }).click();
    await eventually('the recording can be heard', () => playing('audio'));

    await article.getByText('Robin Example').waitFor();
    await article.getByText('Example Bakery').waitFor();
    await article.getByRole('button', { name: 'Add to contacts' }).click();
    await page.getByText('Added to your contacts').waitFor();
    const { contacts } = await app.call('state.snapshot', {});
    expect(contacts).toMatchObject([{ name: 'Robin Example', addresses: [{ address: '+12025550142' }, { address: '+12025550143' }] }]);
    await article.getByRole('button', { name: 'Add to contacts' }).waitFor({ state: 'hidden' });

    await article.getByText('PDF document').waitFor();
    if (app.shell) {
      await article.getByRole('button', { name: 'Open menu.pdf' }).click();
      const { opened } = app.shell;
      const [path = ''] = await eventually('it is opened', async () => ((await opened()).length > 0 ? opened() : undefined));
      expect(path).toMatch(/[/\\]media[/\\][\w-]{22}\.pdf$/);
      expect(await readFile(path, 'utf8')).toBe(pdf);
    }
    expect(await complaintsOfAxe(page)).toEqual([]);
  });

  test('says while it downloads, why it could not, and tries again when told to', async () => {
    const here = await scene(start);
    const { page, server } = here;
    let answer: (() => void) | undefined;
    server.answer('/slow.png', (response) => {
      answer = () => response.writeHead(200).end(png);
    });
    server.status('/gone.png', 410);
    server.status('/inside.png', 302, { location: 'http://127.0.0.1/' });
    await receive(here, 'Wait for it', '/slow.png', '/gone.png', '/inside.png');
    await openThread(page, 'Wait for it');
    const article = page.getByRole('article').filter({ hasText: 'Wait for it' });
    await article.getByText('Downloading…').waitFor();
    await article.getByText('It has expired at the provider.').waitFor();
    await article.getByText('Its address leads into a private network').waitFor();
    await eventually('it is asked for', () => answer);
    answer?.();
    await eventually('it is drawn', () => drawn(page, 'slow.png'));

    server.put('/gone.png', png);
    await article.getByRole('button', { name: 'Try again' }).first().click();
    await eventually('it came', () => drawn(page, 'gone.png'));
  });

  test('a file that somebody took away is missed, and fetched again when told to', async () => {
    const here = await scene(start);
    const { app, page, server, dataFolder } = here;
    server.put('/hills.jpg', jpeg);
    await receive(here, 'Where is it', '/hills.jpg');
    const folder = join(dataFolder, 'media');
    const file = await eventually('its text says that it is stored', async () => {
      const [conversation] = (await app.call('conversations.list', {})).items;
      if (conversation === undefined) return undefined;
      const { items } = await app.call('messages.list', { conversationId: conversation.id });
      return items[0]?.media?.[0]?.file;
    });
    await rm(join(folder, file));
    await openThread(page, 'Where is it');
    await page.getByText('The file is not on this computer any more.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await eventually('it is drawn', () => drawn(page, 'hills.jpg'));
  });

  test('an attachment of a stranger waits for a click where one wants that', async () => {
    const here = await scene(start);
    const { app, page, server } = here;
    server.put('/hills.jpg', jpeg);
    await page.getByRole('navigation').getByRole('button', { name: 'Settings', exact: true }).click();
    await page.getByRole('combobox', { name: 'Download on arrival' }).selectOption('Only when you ask');
    await eventually('it is set', async () => (await app.call('settings.get', {})).media.download === 'never');
    await receive(here, 'From a stranger', '/hills.jpg');
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Inbox/ })
      .click();
    await openThread(page, 'From a stranger');
    await page.getByText('Not downloaded.').waitFor();
    expect(server.requests).toEqual([]);
    await page.getByRole('button', { name: 'Download', exact: true }).click();
    await eventually('it is drawn', () => drawn(page, 'hills.jpg'));
  });

  test('nothing in the thread moves when a picture arrives in it', async () => {
    const here = await scene(start);
    const { page, server } = here;
    server.put('/hills.jpg', jpeg);
    await receive(here, 'Before it');
    await receive(here, '', '/hills.jpg');
    await receive(here, 'After it');
    await openThread(page, 'After it');
    await eventually('it is drawn', () => drawn(page, 'hills.jpg'));
    await page.reload();
    const places = () =>
      Promise.all(['Before it', 'After it'].map((text) => page.getByRole('article').filter({ hasText: text }).boundingBox()));
    // Its bytes are held back: what the thread looks like without them is looked at first.
    const held = Promise.withResolvers<void>();
    await page.route('**/media/**', async (route) => {
      await held.promise;
      await route.fallback();
    });
    await openThread(page, 'After it');
    await page.getByRole('button', { name: 'View hills.jpg' }).waitFor();
    const before = await places();
    expect(await drawnAtAll(page)).toBe(false);
    held.resolve();
    await eventually('it is drawn again', () => drawn(page, 'hills.jpg'));
    expect(await places()).toEqual(before);
  });

  test('a removed message takes its files along', async () => {
    const here = await scene(start);
    const { app, page, server, dataFolder } = here;
    server.put('/hills.jpg', jpeg);
    await receive(here, 'To be removed', '/hills.jpg');
    const files = () => readdir(join(dataFolder, 'media')).catch(() => []);
    await eventually('it is stored', async () => (await files()).some((name) => name.endsWith('.jpg')));
    await openThread(page, 'To be removed');
    const { items } = await app.call('conversations.list', {});
    const id = items.find((conversation) => conversation.peer === peer)?.lastMessage?.id ?? '';
    await app.call('messages.remove', { id });
    await eventually('the file is gone', async () => (await files()).length === 0);
    await page.getByRole('article').filter({ hasText: 'To be removed' }).waitFor({ state: 'hidden' });
  });

  if (kind.name === 'browser host') {
    test('a saved attachment has a name that is true', async () => {
      const here = await scene(start);
      const { page, server } = here;
      server.put('/a', jpeg, { 'content-disposition': 'attachment; filename="holiday.exe"' });
      await receive(here, 'Save me', '/a');
      await openThread(page, 'Save me');
      await eventually('it is drawn', () => drawn(page, 'holiday.exe'));
      await page.getByRole('button', { name: 'View holiday.exe' }).click();
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save holiday.exe' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe('holiday.jpg');
      expect(await readFile(await download.path())).toEqual(jpeg);
      // It is said above the picture, where it can be pressed away.
      await page.getByText('Saved as holiday.jpg').waitFor();
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await page.getByText('Saved as holiday.jpg').waitFor({ state: 'hidden' });
    });

    test('the bytes of attachments are given to nobody without the token', async () => {
      const here = await scene(start);
      const { page, server, dataFolder } = here;
      server.put('/hills.jpg', jpeg);
      await receive(here, 'Mine', '/hills.jpg');
      const file = await eventually('it is stored', async () =>
        (await readdir(join(dataFolder, 'media')).catch(() => [])).find((name) => name.endsWith('.jpg')),
      );
      const address = `${new URL(page.url()).origin}/media/${file}`;
      expect((await fetch(address)).status).toBe(401);
      expect((await fetch(address, { headers: { authorization: 'Bearer wrong' } })).status).toBe(401);
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in a thread of all kinds and states (${colorScheme})`, async () => {
      const here = await scene(start, { colorScheme });
      const { page, server } = here;
      server.put('/hills.jpg', jpeg);
      server.put('/robin.vcf', vcard);
      server.put('/walk.webm', webm);
      server.put('/tone.wav', wav);
      server.put('/odd', '\0');
      server.answer('/never', () => undefined);
      await receive(here, 'Everything', '/hills.jpg', '/robin.vcf', '/odd', '/gone', '/never');
      await receive(here, 'And more', '/walk.webm', '/tone.wav');
      await openThread(page, 'And more');
      await page.getByText('It has expired at the provider.').waitFor();
      await page.getByText('Example Bakery').waitFor();
      await page.getByRole('button', { name: 'Play tone.wav' }).waitFor();
      expect(await complaintsOfAxe(page)).toEqual([]);
    });
  }
});
