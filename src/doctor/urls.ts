/**
 * Which URL may have been signed instead of one the line has.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';
import type { Evidence } from '../core/ports.ts';
import { distinct, type Way } from './way.ts';

export type UrlWay = Way<string>;

/** How many of the line's URLs are varied: the newest, and this computer's own. */
const mostVaried = 3;
const mostBases = 24;
/** Hosts and paths that a request names may be any number. */
const mostNamed = 8;

type Parts = { readonly scheme: string; readonly host: string; readonly port: string; readonly path: string; readonly query: string };

/** Every URL with one mistake in it. None is a URL the line has. */
export function mistakenUrls(evidence: Evidence): UrlWay[] {
  const known = new Set(evidence.urls);
  const former = evidence.formerBases
    .slice(0, mostBases)
    .map((base): UrlWay => ({ mistakes: ['url-former'], value: base + evidence.webhookPath }));
  const varied = variedUrls(evidence).flatMap((url) => [...variants(url, evidence)]);
  return [...distinct([...former, ...varied, ...otherUrls(evidence)], known, (url) => url)].map(withUrl);
}

/** Every URL with two of them. */
export function* doublyMistakenUrls(evidence: Evidence, once: readonly UrlWay[]): Generator<UrlWay> {
  const known = new Set([...evidence.urls, ...once.map(({ value }) => value)]);
  for (const first of once) {
    const others = [...variants(first.value, evidence)].filter(
      ({ mistakes }) => !mistakes.some((mistake) => first.mistakes.includes(mistake)),
    );
    for (const second of distinct(others, known, (url) => url))
      yield withUrl({ ...second, mistakes: [...first.mistakes, ...second.mistakes] });
  }
}

function withUrl(way: UrlWay): UrlWay {
  return { ...way, about: { url: way.value.slice(0, 2_000) } };
}

function variedUrls({ urls }: Evidence): string[] {
  const local = urls.at(-1);
  return [...new Set([...urls.slice(0, mostVaried), ...(local === undefined ? [] : [local])])];
}

/** The line at addresses it never had as far as we know: other names of this computer, those the request itself names. */
function* otherUrls(evidence: Evidence): Generator<UrlWay> {
  const { webhookPath } = evidence;
  for (const base of localBases(evidence)) yield { mistakes: ['url-local'], value: base + webhookPath };
  for (const base of namedBases(evidence)) yield { mistakes: [isLocal(base) ? 'url-local' : 'url-host'], value: base + webhookPath };
}

function localBases({ urls }: Evidence): string[] {
  const port = split(urls.at(-1) ?? '')?.port ?? '';
  const hosts = ['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', 'host.docker.internal'];
  return hosts.flatMap((host) => [`http://${host}${port}`, `http://${host}`, `https://${host}${port}`, `https://${host}`]);
}

/** Hosts that the request's own headers name: proxies pass the first one on under several names. */
function namedBases({ request }: Evidence): string[] {
  const all = (name: string): string[] => request.headers.filter(([each]) => each.toLowerCase() === name).map(([, value]) => value.trim());
  const hosts = [
    ...['host', 'x-forwarded-host', 'x-original-host', 'x-forwarded-server'].flatMap(all).flatMap((value) => value.split(/\s*,\s*/)),
    ...all('forwarded').flatMap((value) => [...value.matchAll(/host="?([^";,]+)/gi)].map(([, host]) => host ?? '')),
  ].filter((host) => /^[\w.:[\]-]{1,255}$/.test(host));
  const forwardedPort = all('x-forwarded-port')
    .filter((port) => /^\d{1,5}$/.test(port))
    .slice(0, 2);
  const prefixes = ['', ...all('x-forwarded-prefix').filter((prefix) => /^\/[\w/.-]{1,200}$/.test(prefix))].slice(0, 3);
  const withPorts = hosts.flatMap((host) => [host, ...forwardedPort.map((port) => `${host.replace(/:\d+$/, '')}:${port}`)]);
  return withPorts
    .slice(0, mostNamed)
    .flatMap((host) => prefixes.flatMap((prefix) => [`https://${host}${prefix}`, `http://${host}${prefix}`]));
}

function isLocal(base: string): boolean {
  const host = split(base)?.host ?? '';
  return /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[|0\.0\.0\.0)/i.test(host);
}

/** What may be written differently in one URL, each by one mistake. */
function* variants(url: string, evidence: Evidence): Generator<UrlWay> {
  const parts = split(url);
  if (parts === undefined) return;
  const one = (mistake: MistakeCode, changes: Partial<Parts>): UrlWay => ({ mistakes: [mistake], value: joined({ ...parts, ...changes }) });
  yield one('url-scheme', { scheme: parts.scheme === 'https' ? 'http' : 'https' });
  yield one('url-scheme', { scheme: parts.scheme.toUpperCase() });
  for (const path of parts.path.endsWith('/') ? [parts.path.replace(/\/+$/, '')] : [`${parts.path}/`])
    yield one('url-trailing-slash', { path });
  for (const port of ports(parts, evidence)) yield one('url-port', { port });
  yield* queries(parts, evidence);
  for (const path of paths(parts.path, evidence)) yield one('url-path', { path });
  for (const host of hosts(parts.host)) yield one('url-host', { host });
  yield { mistakes: ['url-host'], value: `${parts.path}${parts.query}` };
  yield { mistakes: ['url-scheme'], value: `${parts.host}${parts.port}${parts.path}${parts.query}` };
}

function ports({ scheme, port }: Parts, { urls }: Evidence): string[] {
  const usual = scheme === 'https' ? ':443' : ':80';
  return ['', usual, ':443', ':80', ...urls.map((url) => split(url)?.port ?? '')].filter((each) => each !== port);
}

function hosts(host: string): string[] {
  const bare = host.replace(/^www\./, '');
  return [host.toLowerCase(), host.toUpperCase(), bare, `www.${bare}`, `${host}.`, host.replace(/\.$/, '')].filter((each) => each !== host);
}

function* queries(parts: Parts, { request }: Evidence): Generator<UrlWay> {
  const arrived = request.query ?? '';
  const one = (mistake: MistakeCode, query: string): UrlWay => ({ mistakes: [mistake], value: joined({ ...parts, query }) });
  if (arrived === '') {
    yield one('url-query', parts.query === '' ? '?' : '');
    return;
  }
  yield one('url-query', arrived);
  yield one('url-query', '');
  yield one('url-query', arrived.replaceAll('+', '%20'));
  yield one('url-query', arrived.replaceAll('%20', '+'));
  yield one('url-query', arrived.replaceAll('&', '&amp;'));
  const plain = attempt(() => decodeURIComponent(arrived));
  if (plain !== undefined) yield one('url-query', plain);
  for (const order of orders(arrived.slice(1).split('&'))) yield one('url-query-order', `?${order.join('&')}`);
  for (const some of withoutOne(arrived.slice(1).split('&'))) yield one('url-query', `?${some.join('&')}`);
}

/** All orders of up to four parameters, the sorted ones of more. */
function orders(pairs: readonly string[]): string[][] {
  const sorted = [...pairs].sort();
  const few = pairs.length <= 4 ? permutations(pairs) : [];
  return [sorted, sorted.toReversed(), pairs.toReversed(), ...few];
}

function permutations(items: readonly string[]): string[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

function withoutOne(pairs: readonly string[]): string[][] {
  return pairs.length > 8 || pairs.length < 2 ? [] : pairs.map((_, index) => pairs.toSpliced(index, 1));
}

function paths(path: string, { webhookPath, request, others }: Evidence): string[] {
  const named = request.headers
    .filter(([name]) => /^x-(?:forwarded-(?:uri|path)|original-(?:url|uri|path)|rewrite-url|envoy-original-path)$/i.test(name))
    .map(([, value]) => value.trim().replace(/\?.*$/, ''))
    .filter((value) => /^\/[\x21-\x7e]{0,500}$/.test(value))
    .slice(0, mostNamed);
  const escaped = path.replace(/[-_]/g, (character) => (character === '-' ? '%2D' : '%5F'));
  return [
    webhookPath,
    ...named,
    `/${path}`,
    path.replace(webhookPath, `/${webhookPath}`),
    path.replace('/hooks/', '/hooks//'),
    path.toLowerCase(),
    path.toUpperCase(),
    escaped,
    escaped.toLowerCase(),
    encodeURIComponent(path),
    encodeURIComponent(path).replace(/^%2F/, '/'),
    path.replace(/^.*\//, '/'),
    path.slice(1),
    '',
    '/',
    ...others.map((other) => other.webhookPath).slice(0, mostBases),
  ].filter((each) => each !== path);
}

/** The written parts of a URL; nothing is normalised, because every character of it was signed. */
function split(url: string): Parts | undefined {
  const found = /^([a-z][a-z0-9+.-]*):\/\/(\[[^\]]*\]|[^/?#:]*)(:\d+)?([^?]*)(\?.*)?$/i.exec(url);
  if (found === null) return undefined;
  const [, scheme = '', host = '', port = '', path = '', query = ''] = found;
  return { scheme, host, port, path, query };
}

function joined({ scheme, host, port, path, query }: Parts): string {
  return `${scheme}://${host}${port}${path}${query}`;
}

/**
 * Whether signatures for a URL may be accepted from now on: it leads to this very line, by its unguessable path, and not
 * in the clear unless the line's own address does so. Who signs for another address signs for somebody else.
 */
export function isAcceptable(url: string, { webhookPath, urls }: Evidence): boolean {
  const parts = split(url);
  if (parts === undefined || url.length > 2_000 || !/^[\x21-\x7e]+$/.test(url) || !URL.canParse(url)) return false;
  const rest = parts.path.slice(parts.path.indexOf(webhookPath) + webhookPath.length);
  if (!parts.path.includes(webhookPath) || !/^\/*$/.test(rest)) return false;
  const isClear = parts.scheme.toLowerCase() !== 'https';
  return !isLocal(url) && (!isClear || urls[0]?.startsWith('http://') === true);
}

function attempt(make: () => string): string | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
