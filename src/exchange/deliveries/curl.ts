/**
 * A delivery as a command: every POSIX shell with curl sends the same method, query, headers and bytes again.
 *
 * Left out is what was the transport's (`headers.ts`): curl makes its own `Host` and `Content-Length`; through the public URL
 * also what the proxies on the way add again. What curl would add by itself and did not arrive is taken away. Secrets are
 * variables of the shell.
 * @module
 */
import type { TakeAlongFormats, TakenDelivery } from '../../core/ports.ts';
import { type TakenHeader, takenHeaders } from './headers.ts';
import { decodeUtf8, isReadable, printfFormat, quoted, readableShare } from './shell.ts';

/** Where the receiver listens. */
const thisComputer = '127.0.0.1';
/** What curl adds to a request with a body unless it is told its value, or that there is none. */
const addedByCurl = ['User-Agent', 'Accept', 'Content-Type'] as const;
/** Bytes of a body from which on some versions of curl ask the server first. */
const expectsFrom = 1_024;
/** Bytes one argument of a command may have: Linux takes 128 KiB. */
const longestArgument = 64 * 1024;
/** Characters of one line of base64: a terminal takes 4,095. */
const lineLength = 76;
/** It cannot stand in base64. */
const endOfBody = 'END_OF_BODY';
/** Less of it that can be read is base64. */
const worthReading = 0.7;

/** What stands in an URL and reaches the other side as it is: curl cuts off fragments and refuses blanks. */
const plainQuery = /^\?[!$-Z\\^-z|~]+$/;

type Body = {
  /** Words of curl's. */
  readonly words: readonly string[];
  /** The command whose output is the body, and lines that come after all. */
  readonly before?: string;
  readonly after?: string;
};

export const curlCommand: TakeAlongFormats['curl'] = ({ delivery, url }) => {
  const headers = takenHeaders(delivery.headers, new URL(url).hostname !== thisComputer);
  const body = bodyOf(Buffer.from(delivery.body, 'base64'));
  const words = [
    ...startOf({ method: delivery.method, query: delivery.query ?? '', url }),
    ...headers.map(headerWord),
    ...missing(headers, delivery.bytes).map((name) => `-H ${quoted(`${name}:`)}`),
    ...body.words,
  ];
  const command = words.join(' \\\n  ');
  return {
    command: `${body.before ?? ''}${command}${body.after ?? ''}`,
    variables: [...new Set(headers.flatMap((header) => (header.kind === 'secret' ? [header.variable] : [])))],
  };
};

type Target = Pick<TakenDelivery, 'url'> & { readonly method: string; readonly query: string };

function startOf({ method, query, url }: Target): readonly string[] {
  const isPlain = query === '' || plainQuery.test(query);
  return [
    `curl --include ${quoted(isPlain ? `${url}${query}` : url)}`,
    // Names of headers keep their letter case in HTTP/1.1 only.
    ...(url.startsWith('https:') ? ['--http1.1'] : []),
    ...(isPlain ? [] : [`--request-target ${bytesWord(`${new URL(url).pathname}${query}`)}`]),
    // A body is posted.
    ...(method === 'POST' || !/^[A-Z]{1,20}$/.test(method) ? [] : [`--request ${quoted(method)}`]),
  ];
}

function headerWord(header: TakenHeader): string {
  if (header.kind === 'secret') {
    // Names may hold what means something between double quotation marks.
    const isTame = /^[\w-]+$/.test(header.name);
    return isTame ? `-H "${header.name}: $${header.variable}"` : `-H ${quoted(`${header.name}: `)}"$${header.variable}"`;
  }
  // `Name:` alone would take a header away.
  return header.value === '' ? `-H ${quoted(`${header.name};`)}` : `-H ${bytesWord(`${header.name}: ${header.value}`)}`;
}

/** One word of characters that stand for a byte each. */
function bytesWord(latin1: string): string {
  if (/^[\u0020-\u007e]*$/.test(latin1)) return quoted(latin1);
  // Between double quotation marks an exclamation mark would bring back an earlier command.
  return `"$(printf ${printfFormat(Buffer.from(latin1, 'latin1')).replaceAll('!', '\\041')})"`;
}

/** What curl has to be kept from adding. */
function missing(headers: readonly TakenHeader[], bytes: number): readonly string[] {
  const there = new Set(headers.map(({ name }) => name.toLowerCase()));
  const added = bytes >= expectsFrom ? [...addedByCurl, 'Expect'] : addedByCurl;
  return added.filter((name) => !there.has(name.toLowerCase()));
}

function bodyOf(bytes: Buffer): Body {
  const text = decodeUtf8(bytes);
  const isShort = bytes.length <= longestArgument;
  // Not `--data-binary`: that reads a file when the body begins with an @.
  if (isShort && text !== undefined && isReadable(text)) return { words: [`--data-raw ${quoted(text)}`] };
  const words = ['--data-binary @-'];
  if (isShort && readableShare(bytes) >= worthReading) return { before: `printf ${printfFormat(bytes)} | `, words };
  const lines = bytes.toString('base64').match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return { before: `base64 -d <<'${endOfBody}' | `, words, after: `\n${lines.join('\n')}\n${endOfBody}` };
}
