/**
 * Which addresses of the network an attachment may be fetched from. Attachment URLs are the sender's to choose: one that
 * points into the user's own network would let a stranger reach printers, routers and services that trust whoever is inside.
 * @module
 */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Public addresses that lead to the inside of a hosting company's network: Azure's, which any machine there can ask for secrets. */
const inside: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * True when an IP address is one that anybody on the internet reaches. Everything special is refused: private, loopback,
 * link-local, unique-local, carrier-grade NAT, cloud metadata, multicast, reserved, documentation, and every notation that
 * hides such an IPv4 address in an IPv6 one. What is no address in its usual notation is refused too (`127.1`, `010.1.1.1`).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv6) return isPublicIPv6(parsed);
  return parsed.range() === 'unicast' && !inside.has(parsed.toString());
}

/** Networks without IPv4 reach the IPv4 internet through `64:ff9b::/96`: the address behind it is what counts. */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** All of IPv6 that was ever given out for the internet. */
const global = ipaddr.IPv6.parseCIDR('2000::/3');

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.match(translated)) return isPublicAddress(address.toByteArray().slice(12).join('.'));
  return address.range() === 'unicast' && address.match(global) && address.zoneId === undefined;
}
