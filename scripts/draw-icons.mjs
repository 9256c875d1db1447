/**
 * `node scripts/draw-icons.mjs`: draws every icon of the app into `electron/icons/` with a Chromium (`CHROMIUM_PATH` or
 * `/usr/bin/chromium`). The results are committed: run it only after the art has changed.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { chromium } from 'playwright';
import { appIcon, overlayIcon, trayIcon, trayStates } from './lib/icon-art.mjs';
import { packIcns, packIco } from './lib/icon-files.mjs';
import { at } from './lib/places.mjs';

const folder = 'electron/icons';
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const icoSizes = [16, 20, 24, 32, 48, 64, 128, 256];
const icnsSizes = [16, 32, 64, 128, 256, 512, 1024];

/** @param {string} name @param {string | Buffer} content */
const write = (name, content) => writeFileSync(at(folder, name), content);

mkdirSync(at(folder, 'tray'), { recursive: true });
mkdirSync(at(folder, 'linux'), { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();

  /** @param {string} svg @param {number} size in pixels */
  const png = async (svg, size) => {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    return page.screenshot({ omitBackground: true });
  };
  /** @param {string} svg @param {readonly number[]} sizes */
  const pictures = async (svg, sizes) => {
    const drawn = [];
    for (const size of sizes) drawn.push({ size, png: await png(svg, size) });
    return drawn;
  };

  write('icon.svg', appIcon());
  for (const { size, png: picture } of await pictures(appIcon(), linuxSizes)) write(`linux/${size}x${size}.png`, picture);
  write('icon.ico', packIco(await pictures(appIcon(), icoSizes)));
  write('icon.icns', packIcns(await pictures(appIcon({ margin: 5 }), icnsSizes)));
  write('overlay.png', await png(overlayIcon, 32));
  for (const state of trayStates) {
    for (const unread of [false, true]) {
      const name = `tray/${state}${unread ? '-unread' : ''}`;
      for (const size of [16, 20, 24, 32, 48]) write(`${name}-${size}.png`, await png(trayIcon(state, unread, { template: false }), size));
      for (const size of [18, 36]) write(`${name}-template-${size}.png`, await png(trayIcon(state, unread, { template: true }), size));
    }
  }
} finally {
  await browser.close();
}
