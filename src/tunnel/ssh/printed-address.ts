/**
 * Finds the public address in what a service prints. Strictly: both print other https links as well (their own pages,
 * the account's, a social network's).
 * @module
 */
import type { Client } from 'ssh2';
import type { SshPreset } from '../../contract/tunnel.ts';
import { lineReader } from '../line-reader.ts';
import { parsePublicUrl } from '../public-url.ts';

/** The one line of each service that names the address; the rest of what it prints is for people. */
const lines: Record<Exclude<SshPreset, 'own-server'>, RegExp> = {
  'localhost.run': /(?:^|\s)tunneled with tls termination, (https:\/\/\S+)\s*$/,
  pinggy: /^\s*(https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*\.pinggy(?:-free)?\.(?:link|online))\s*$/,
};

/** The address a line of a service's output names, if it is that line. */
export function readAddress(preset: SshPreset, line: string): string | undefined {
  if (preset === 'own-server') return undefined;
  const found = lines[preset].exec(line)?.[1];
  if (found === undefined) return undefined;
  const parsed = parsePublicUrl(found);
  return parsed.ok ? parsed.value : undefined;
}

/**
 * Opens the service's shell and listens for the address, which may change while the connection lasts.
 * `onSilent`: there is no shell to listen to.
 */
export function listenForAddress(client: Client, preset: SshPreset, onAddress: (publicUrl: string) => void, onSilent: () => void): void {
  client.shell(false, (error, shell) => {
    if (error !== undefined && error !== null) {
      onSilent();
      return;
    }
    const read = lineReader((line) => {
      const address = readAddress(preset, line);
      if (address !== undefined) onAddress(address);
    });
    shell.on('data', read);
    shell.stderr.on('data', read);
  });
}
