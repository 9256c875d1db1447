import { expect, test } from 'vitest';
import { mustBe, start } from './running.ts';

test('menu and tray speak the language of the window, from the moment it is chosen, and after a restart', async () => {
  const app = await start();
  expect((await app.native()).applicationMenu[0]).toMatchObject({ label: '&File' });
  mustBe(await app.call('settings.update', { reading: { language: 'de' } }));
  const { applicationMenu } = await app.sees('the menu is German', ({ applicationMenu: [first] }) => first?.label === '&Datei');
  expect(applicationMenu.map(({ label }) => label)).toEqual(['&Datei', '&Bearbeiten', '&Ansicht', '&Fenster']);
  expect(applicationMenu.flatMap(({ items = [] }) => items).filter(({ type, label }) => type === 'normal' && label === '')).toEqual([]);
  await app.sees('the tray is German', ({ tray }) => tray?.menu.some(({ label }) => label === 'Texttray beenden') === true);

  const { dataFolder } = app;
  await app.close();
  const again = await start({ dataFolder });
  await again.sees('it still is', ({ applicationMenu: [first] }) => first?.label === '&Datei');
});

test('the menu changes the size of everything', async () => {
  const app = await start();
  const size = async () => mustBe(await app.call('settings.get', {})).reading.textSize;
  await app.command({ do: 'choose-menu-item', labels: ['&View', 'Larger'] });
  await expect.poll(size).toBe(110);
  await app.command({ do: 'choose-menu-item', labels: ['&View', 'Usual Size'] });
  await expect.poll(size).toBe(100);
});

test('spelling is checked as the settings say, with the dictionaries there are', async () => {
  const app = await start();
  await app.sees('the system’s language is checked', ({ spelling }) => spelling.enabled && spelling.languages.join() === 'en-US');
  mustBe(await app.call('settings.update', { reading: { spellCheckLanguages: ['de-AT', 'tlh', 'en-GB'] } }));
  await app.sees('the chosen ones are', ({ spelling }) => spelling.languages.join() === 'de,en-GB');
  mustBe(await app.call('settings.update', { reading: { spellCheck: false } }));
  await app.sees('nothing is', ({ spelling }) => !spelling.enabled);
});
