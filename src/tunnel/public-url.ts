/**
 * Which addresses can be a line's public URL.
 * @module
 */
import { BlockList, isIP } from 'node:net';
import { failed, ok, type Result } from '../domain/result.ts';

const unreachable = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const) {
  unreachable.addSubnet(network, prefix, 'ipv4');
}
unreachable.addSubnet('fc00::', 7, 'ipv6');
unreachable.addSubnet('fe80::', 10, 'ipv6');
unreachable.addSubnet('ff00::', 8, 'ipv6');
unreachable.addAddress('::', 'ipv6');

/**
 * The public URL in the one form it is kept in: no trailing slash, no query, no fragment. https; plain http only for
 * this computer's own loopback, where a tester's sender may run. Fails with a sentence for beside the field.
 */
export function parsePublicUrl(text: string): Result<string, string> {
  const url = URL.parse(text.trim());
  if (url === null) return failed('Enter a whole address, like https://texts.example.com.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const loopback = host === 'localhost' || host === '::1' || /^127(\.\d+){3}$/.test(host);
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) {
    return failed('Providers only deliver to https addresses.');
  }
  if (url.username !== '' || url.password !== '') return failed('Leave out the user name and password.');
  if (url.search !== '' || url.hash !== '') return failed('Leave out everything from ? or # on.');
  if (/\/hooks(\/|$)/.test(url.pathname)) return failed('Leave out /hooks: Texttray adds the path of each line itself.');
  const family = isIP(host);
  if (family !== 0 && unreachable.check(host, family === 6 ? 'ipv6' : 'ipv4')) {
    return failed('This is a private address, which no provider can reach.');
  }
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`);
}
