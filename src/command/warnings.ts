/**
 * What somebody should know before it is sent. It is sent all the same.
 * @module
 */
import type { Provider } from '../core/ports.ts';
import type { SendOptions } from './options.ts';

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

export function warningsFor(
  { url, signUrl, sample }: SendOptions,
  { wire, info }: Pick<Provider, 'wire' | 'info'>,
  secret: string | undefined,
): string[] {
  const { protocol, hostname } = new URL(url);
  const warnings = [];
  if (protocol === 'http:' && !loopback.test(hostname))
    warnings.push('Warning: over http the text and what proves it can be read by everyone on the way. Use https where there is one.');
  if (signUrl !== url && !wire.coversUrl) warnings.push(`Note: ${info.label} does not sign the URL, so --sign-url changes nothing.`);
  if (wire.scheme === 'static' && secret === undefined && sample !== 'bad-signature' && sample !== 'missing-header')
    warnings.push(`Note: no secret was given, so no ${wire.header} header is sent.`);
  return warnings;
}
