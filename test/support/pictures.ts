/**
 * Makes the pictures of the README anew: the window on its stand-in's made-up conversations, built and served for that
 * moment. `npm run pictures`.
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { createServer } from 'vite';

const here = import.meta.dirname;
/** What the README shows: a screen and its theme. */
const pictures = [
  { screen: 'inbox', scheme: 'light' },
  { screen: 'inbox', scheme: 'dark' },
  { screen: 'codes', scheme: 'dark' },
  { screen: 'search', scheme: 'light' },
  { screen: 'palette', scheme: 'dark' },
  { screen: 'send-later', scheme: 'light' },
  { screen: 'attachments', scheme: 'dark' },
  { screen: 'rules', scheme: 'light' },
  { screen: 'contact', scheme: 'light' },
  { screen: 'notifications', scheme: 'dark' },
  { screen: 'doctor', scheme: 'light' },
  { screen: 'deliveries', scheme: 'dark' },
  { screen: 'lab', scheme: 'dark' },
  { screen: 'learn', scheme: 'light' },
] as const;

const server = await createServer({ configFile: path.join(here, 'window-stand-in/vite.config.ts'), server: { port: 0, hmr: false } });
await server.listen();
const [address] = server.resolvedUrls?.local ?? [];
if (address === undefined) throw new Error('The window is not served');

let failed = 0;
for (const { screen, scheme } of pictures) {
  const args = [
    '--ui',
    `${address}test/support/window-stand-in/index.html?show=rich`,
    '--only',
    screen,
    '--scheme',
    scheme,
    '--size',
    'wide',
  ];
  const shooting = spawn(process.execPath, [path.join(here, 'screenshots.ts'), ...args], { stdio: 'inherit' });
  const [code] = await once(shooting, 'exit');
  if (code !== 0) failed += 1;
}
await server.close();
process.exit(failed === 0 ? 0 : 1);
