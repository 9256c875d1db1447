/**
 * The body was changed on its way, or before it was signed.
 * @module
 */
import { gzipSync } from 'node:zlib';
import type { MistakeCode } from '../../../../src/contract/diagnosis.ts';
import { type Changes, formOf, quotePlus, url } from '../cases.ts';
import { hex, isForm, isJson, type Mistake } from './making.ts';
import { ascii, asciiUpper, indented, inOrder, python, twice } from './writing.ts';

/** A JSON body that was written anew on its way: `original` is what was signed, the delivery's own is what arrived. */
const rewritten = (
  what: string,
  codes: readonly MistakeCode[],
  original: (text: string) => string | Buffer,
  more: Changes = {},
): Mistake => ({
  what,
  codes,
  make(kind) {
    if (isForm(kind)) return undefined;
    const signed = Buffer.from(original(String(more.body ?? kind.body)));
    return { ...more, signature: hex(kind, signed) };
  },
});

/** What arrived differs from the delivery's own body, which was signed. */
const altered = (what: string, codes: readonly MistakeCode[], alter: (body: Buffer) => Buffer | string, only = isJson): Mistake => ({
  what,
  codes,
  make: (kind) => (only(kind) ? { body: alter(kind.body), signature: hex(kind, kind.canonical(kind.body, url)) } : undefined),
});

/** A form of which a value was changed on its way. */
const alteredForm = (what: string, codes: readonly MistakeCode[], original: string, arrived: string): Mistake => ({
  what,
  codes,
  make(kind) {
    if (!isForm(kind)) return undefined;
    const before = [
      ['Body', 'DECIDED'],
      ['From', '+12025550143'],
    ] as const;
    const write = (value: string): Buffer => Buffer.from(formOf(before).replace('DECIDED', value));
    return { body: write(arrived), signature: hex(kind, kind.canonical(write(original), url)) };
  },
});

export const bodyMistakes: readonly Mistake[] = [
  rewritten("Python's blanks", ['json-spacing'], python),
  rewritten('two blanks further in', ['json-spacing'], indented(2)),
  rewritten('four blanks further in', ['json-spacing'], indented(4)),
  rewritten('tabs', ['json-spacing'], indented('\t')),
  {
    what: 'blanks taken out',
    codes: ['json-spacing'],
    make: (kind) => (isJson(kind) ? { body: indented(2)(String(kind.body)), signature: hex(kind, kind.body) } : undefined),
  },
  {
    what: 'blanks nobody writes taken out',
    codes: ['json-spacing'],
    make: (kind) =>
      isJson(kind) ? { body: String(kind.body).replace('"from":', '"from"  :'), signature: hex(kind, kind.body) } : undefined,
  },
  rewritten(
    'keys sorted',
    ['json-key-order'],
    inOrder((keys) => [...keys].sort()),
  ),
  rewritten(
    'keys in reverse',
    ['json-key-order'],
    inOrder((keys) => keys.toReversed()),
  ),
  {
    what: "keys out of the provider's order",
    codes: ['json-key-order'],
    make: (kind) => {
      if (isForm(kind)) return undefined;
      const shuffled = inOrder((keys) => [...keys.slice(2), ...keys.slice(0, 2)])(String(kind.body));
      const known = inOrder((keys) => [...keys.slice(1), ...keys.slice(0, 1)]);
      const signed = known(String(kind.body));
      return {
        body: shuffled,
        signature: hex(kind, signed),
        deliveries: [{ id: 'd_1', body: Buffer.from(signed.replace('Zeile 2', 'x')) }],
      };
    },
  },
  rewritten('everything but ASCII escaped', ['json-escapes'], ascii),
  rewritten('escapes in upper case', ['json-escapes'], asciiUpper),
  {
    what: 'escapes undone',
    codes: ['json-escapes'],
    make: (kind) => (isJson(kind) ? { body: ascii(String(kind.body)), signature: hex(kind, kind.body) } : undefined),
  },
  rewritten('the slash escaped', ['json-escapes'], (text) => text.replaceAll('/', '\\/')),
  rewritten('what means anything in HTML escaped', ['json-escapes'], (text) =>
    text.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  ),
  rewritten('as PHP writes it', ['json-escapes'], (text) => ascii(text).replaceAll('/', '\\/')),
  rewritten('the whole body a string in JSON', ['json-escapes'], (text) => JSON.stringify(text)),
  rewritten('as Python writes it', ['json-escapes', 'json-spacing'], (text) => ascii(python(text))),
  rewritten('sorted and with blanks', ['json-key-order', 'json-spacing'], (text) => python(inOrder((keys) => [...keys].sort())(text))),
  rewritten('sorted and escaped', ['json-escapes', 'json-key-order'], (text) => ascii(inOrder((keys) => [...keys].sort())(text))),
  rewritten('sorted, escaped and with blanks', ['json-escapes', 'json-key-order', 'json-spacing'], (text) =>
    ascii(python(inOrder((keys) => [...keys].sort())(text))),
  ),
  altered('a line end added', ['line-ends'], (body) => `${body}\n`),
  altered('a Windows line end added', ['line-ends'], (body) => `${body}\r\n`),
  rewritten('a line end taken away', ['line-ends'], (text) => `${text}\n`),
  rewritten('Windows line ends changed', ['line-ends'], (text) => text.replaceAll('\n', '\r\n'), { body: '{\n "text": "x"\n}' }),
  rewritten('line ends made those of Windows', ['line-ends'], (text) => text.replaceAll('\r\n', '\n'), { body: '{\r\n "text": "x"\r\n}' }),
  rewritten('old Macintosh line ends', ['line-ends'], (text) => text.replaceAll('\n', '\r'), { body: '{\n "text": "x"\n}' }),
  rewritten('line ends inside the text', ['line-ends'], (text) => text.replaceAll('\\n', '\\r\\n')),
  altered('a blank in front', ['blanks-around'], (body) => ` ${body}`),
  altered('blanks around', ['blanks-around'], (body) => `  ${body}\t `),
  rewritten('a blank at the end taken away', ['blanks-around'], (text) => `${text} `),
  altered('a byte order mark added', ['byte-order-mark'], (body) => `\ufeff${body}`),
  rewritten('a byte order mark taken away', ['byte-order-mark'], (text) => `\ufeff${text}`),
  altered('read as Latin-1 and written as UTF-8', ['charset'], (body) => twice(String(body))),
  rewritten('written as Latin-1 before', ['charset'], (text) => Buffer.from(text, 'latin1'), { body: '{"text":"Grüße"}' }),
  rewritten('written as UTF-16 before', ['charset'], (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  {
    what: 'arrived as Latin-1',
    codes: ['charset'],
    make: (kind) =>
      isJson(kind) ? { body: Buffer.from('{"text":"Grüße"}', 'latin1'), signature: hex(kind, '{"text":"Grüße"}') } : undefined,
  },
  {
    what: 'arrived as UTF-16',
    codes: ['charset'],
    make: (kind) => (isJson(kind) ? { body: Buffer.from(String(kind.body), 'utf16le'), signature: hex(kind, kind.body) } : undefined),
  },
  altered('accents taken apart', ['charset'], (body) => String(body).normalize('NFD')),
  altered('escaped like in a URL', ['percent-encoding'], (body) => encodeURIComponent(String(body))),
  altered('packed on the way', ['compressed'], (body) => gzipSync(body)),
  {
    what: 'the body of another delivery',
    codes: ['body-altered'],
    make: (kind) => {
      const changed = Buffer.from(String(kind.body).replace('Zeile', 'Linie'));
      return {
        body: changed,
        signature: hex(kind, kind.canonical(kind.body, url)),
        deliveries: [
          { id: 'd_0', body: Buffer.from('other=1') },
          { id: 'd_1', body: kind.body },
        ],
      };
    },
  },
  alteredForm('Windows line ends in a value', ['line-ends'], 'a%0Ab', 'a%0D%0Ab'),
  alteredForm('line ends of a value changed', ['line-ends'], 'a%0D%0Ab', 'a%0Ab'),
  alteredForm('a value without its blanks', ['blanks-around'], 'ab', '+ab+'),
  {
    what: 'plus signs that were not escaped',
    codes: ['encoding-space'],
    make(kind) {
      if (!isForm(kind)) return undefined;
      const body = Buffer.from('From=%2B12025550143&To=%2B12025550100&Body=hello&MessageSid=SM1');
      return { body: String(body).replaceAll('%2B', '+'), signature: hex(kind, kind.canonical(body, url)) };
    },
  },
  alteredForm('read as Latin-1 and escaped again', ['charset'], quotePlus('Grüße'), quotePlus(twice('Grüße'))),
  alteredForm('escaped as Latin-1', ['charset'], quotePlus('Grüße'), 'Gr%FC%DFe'),
  altered('escaped twice', ['percent-encoding'], (body) => String(body).replaceAll('%', '%25'), isForm),
  altered('a line end after a form', ['line-ends'], (body) => `${body}\n`, isForm),
];
