/**
 * Signed for another URL than one the line has.
 * @module
 */
import type { MistakeCode } from '../../../../src/contract/diagnosis.ts';
import { type Changes, localUrl, path, url } from '../cases.ts';
import { hex, isForm, type Mistake } from './making.ts';

/** Signed for another URL. */
const forUrl = (what: string, codes: readonly MistakeCode[], signedUrl: string, more: Changes = {}): Mistake => ({
  what,
  codes,
  make: (kind) => (isForm(kind) ? { ...more, signature: hex(kind, kind.canonical(kind.body, signedUrl)) } : undefined),
});

export const urlMistakes: readonly Mistake[] = [
  forUrl('http instead of https', ['url-scheme'], url.replace('https', 'http')),
  forUrl('an old address, known from another line', ['url-former'], `https://gone.lhr.life${path}`, {
    formerBases: ['https://gone.lhr.life'],
  }),
  forUrl('localhost', ['url-local'], `http://localhost:47810${path}`),
  forUrl('https on this computer', ['url-scheme'], localUrl.replace('http', 'https')),
  forUrl('a host that only its own Host header names', ['url-host'], `https://inner.example.com${path}`, {
    headers: [['X-Forwarded-Host', 'inner.example.com']],
  }),
  forUrl('www before the host', ['url-host'], url.replace('texts.', 'www.texts.')),
  forUrl('a slash at the end', ['url-trailing-slash'], `${url}/`),
  forUrl('the port https has anyway', ['url-port'], url.replace('.org', '.org:443')),
  forUrl("the receiver's port", ['url-port'], url.replace('.org', '.org:47810')),
  forUrl('the port left out', ['url-port'], url, { urls: [url.replace('.org', '.org:8443'), localUrl] }),
  forUrl('a path without the prefix of the proxy', ['url-path'], url, { urls: [url.replace('/hooks', '/sms/hooks'), localUrl] }),
  forUrl('a doubled slash', ['url-path'], url.replace('/hooks', '//hooks')),
  forUrl('an escaped path', ['url-path'], url.replace('-', '%2D').replace('_', '%5F')),
  forUrl('a path in lower case', ['url-path'], url.toLowerCase()),
  forUrl('no path at all', ['url-path'], 'https://texts.example.org'),
  forUrl('a query that arrived as well', ['url-query'], `${url}?line=2&who=me`, { query: '?line=2&who=me' }),
  forUrl('a query in another order', ['url-query-order'], `${url}?who=me&line=2`, { query: '?line=2&who=me' }),
];
