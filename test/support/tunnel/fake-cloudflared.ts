/**
 * A program that writes what cloudflared writes, as a test tells it to, and opens no tunnel: for how the real one is
 * found, started, read, watched and ended.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export type FakeCloudflared = {
  readonly path: string;
  readonly folder: string;
  /** What the next start does. */
  play(part: Part): Promise<void>;
  /** How it was started, first to last. */
  starts(): { readonly pid: number; readonly args: string[]; readonly env: Record<string, string> }[];
  /** Writes lines of log now. */
  say(...lines: string[]): Promise<void>;
};

export type Part = {
  readonly lines?: readonly string[];
  /** Ends by itself with this code, after its lines. */
  readonly exit?: number;
  /** Does not end when it is asked to. */
  readonly stubborn?: boolean;
};

const at = '2026-03-01T12:00:00Z';
export const boxOf = (publicUrl: string): string => `${at} INF |  ${publicUrl}                              |`;
export const registered = (index: number): string =>
  `${at} INF Registered tunnel connection connIndex=${index} connection=c206cf44 event=0 ip=198.41.200.13 location=ams01 protocol=quic`;
export const unregistered = (index: number): string =>
  `${at} INF Unregistered tunnel connection connIndex=${index} event=0 ip=198.41.200.13`;

/** The lines of a quick tunnel that comes up. */
export const quickLines = (name = 'buffalo-marco-cardiff-motel'): string[] => [
  `${at} INF Thank you for trying Cloudflare Tunnel. See https://developers.cloudflare.com/cloudflare-one/connections/connect-apps`,
  `${at} INF Requesting new quick Tunnel on trycloudflare.com...`,
  `${at} INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |`,
  boxOf(`https://${name}.trycloudflare.com`),
  registered(0),
  registered(1),
];

const program = `
const fs = require('node:fs');
const at = (name) => require('node:path').join(__dirname, name);
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('TUNNEL_')));
fs.appendFileSync(at('starts'), JSON.stringify({ pid: process.pid, args: process.argv.slice(2), env }) + '\\n');
const { lines = [], exit, stubborn } = JSON.parse(fs.readFileSync(at('part'), 'utf8'));
if (stubborn) for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => {});
for (const line of lines) fs.writeSync(2, line + '\\n');
if (exit !== undefined) process.exit(exit);
let said = fs.readFileSync(at('said'), 'utf8').length;
setInterval(() => {
  const all = fs.readFileSync(at('said'), 'utf8');
  if (all.length > said) fs.writeSync(2, all.slice(said));
  said = all.length;
}, 20);
`;

/** Puts the program into a folder that is made for it. */
export async function fakeCloudflared(folder: string, part: Part = { lines: quickLines() }): Promise<FakeCloudflared> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'cloudflared');
  let said = '';
  await writeFile(path, `#!${process.execPath}\n${program}`, { mode: 0o755 });
  await writeFile(join(folder, 'said'), said);
  const play = (next: Part): Promise<void> => writeFile(join(folder, 'part'), JSON.stringify(next));
  await play(part);
  return {
    path,
    folder,
    play,
    starts() {
      const file = join(folder, 'starts');
      if (!existsSync(file)) return [];
      const lines = readFileSync(file, 'utf8').trim().split('\n');
      return lines.map((line) => JSON.parse(line) as ReturnType<FakeCloudflared['starts']>[number]);
    },
    async say(...lines) {
      said += lines.map((line) => `${line}\n`).join('');
      await writeFile(join(folder, 'said'), said);
    },
  };
}
