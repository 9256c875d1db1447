import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { curlCommand } from '../../../src/exchange/deliveries/curl.ts';
import { type RecordingServer, recordingServer } from '../../support/recording-server.ts';
import { canRunCommands, runInShell } from '../../support/shell.ts';
import { takenOf } from '../../support/taken-delivery.ts';

type Pair = [name: string, value: string];
type Sent = { readonly body: Buffer; readonly headers: Pair[]; readonly query?: string };
type Arrived = { readonly start: string; readonly headers: Pair[]; readonly body: Buffer };

const path = '/hooks/abcdefghijklmnopqrstuv';

/** Dash on Debian, and what most people type into. */
const shells = ['/bin/sh', '/bin/bash'].filter((shell) => shell === '/bin/sh' || existsSync(shell));

/** What curl makes for each connection. */
const ofTheConnection = new Set(['host', 'content-length']);

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
});

/** Copies each as a command, runs all of them in one shell, and answers what arrived. */
async function resent(all: readonly Sent[], shell = '/bin/sh'): Promise<Arrived[]> {
  onTestFinished(() => server.close());
  const before = server.requests.length;
  const commands = all.map(({ body, headers, query }) => {
    const taken = takenOf({ body, headers, ...(query !== undefined && { query }) }, `${server.url}${path}`);
    return curlCommand(taken).command;
  });
  const { code, errors } = await runInShell(`set -e\n${commands.join('\n')}\n`, { shell });
  expect(errors.replace(/^\s*(%|Dload|\d|[-:.\s]).*$/gm, '').trim()).toBe('');
  expect(code).toBe(0);
  return server.requests.slice(before).map(({ raw }) => arrivedIn(raw));
}

function arrivedIn(raw: Buffer): Arrived {
  const end = raw.indexOf('\r\n\r\n');
  const [start = '', ...lines] = raw.subarray(0, end).toString('latin1').split('\r\n');
  const headers = lines.map((line): Pair => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  return { start, headers: headers.filter(([name]) => !ofTheConnection.has(name.toLowerCase())), body: raw.subarray(end + 4) };
}

const bodies: readonly (readonly [what: string, body: string | Uint8Array])[] = [
  ['nothing', ''],
  ['a text', '{"text":"Hello"}'],
  ['every byte', Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ['NUL alone', Uint8Array.of(0)],
  ['NUL in a text', 'before\0after'],
  ['a file name', '@/etc/passwd'],
  ['standard input', '@-'],
  ['an option', '--help'],
  ['an option with control characters', '-n\x01'],
  ['quotation marks', `'single' "double" \`back\` ''`],
  ['what a shell would run', `$(id) \`id\` $HOME $\{HOME} ; rm -rf x & | > y < z # no \\ \\n \\\\`],
  ['exclamation marks', 'Hi!! !$ !-1 "!"'],
  ['percent signs and backslashes beside a control character', '100% %s %d %b \\0 \\n \\x41 \\\\\x1b'],
  ['line ends', 'one\ntwo\r\nthree\rfour'],
  ['a line end at its end', 'text\n'],
  ['several line ends at its end', 'text\n\n\n'],
  ['only line ends', '\n\n'],
  ['tabs', '\tone\ttwo\t'],
  ['colours of a terminal', '\x1b[31mred\x1b[0m\x07'],
  ['a byte order mark', '\ufeff{"text":"x"}'],
  ['marks of direction', '{"text":"\u202egnp.exe\u202c \u2066x\u2069"}'],
  ['emoji and other scripts', 'Grüße 👩‍👩‍👧 你好 שלום العربية'],
  ['half of a character', Buffer.from([0x22, 0xe2, 0x82, 0x22])],
  ['a lone surrogate as an encoder writes it', Buffer.from([0x7b, 0xed, 0xa0, 0x80, 0x7d])],
  ['latin1', Buffer.from('Gr\xfc\xdfe', 'latin1')],
  ['octal digits after a control character', '\x01123\x07777'],
  ['text beyond ASCII in a dash', 'ÁÂÃ\x81\x82\x83\x88'],
  ['the end of the here-document', 'END_OF_BODY\nEND_OF_BODY\n'],
  ['a text of 64 KiB', 'a'.repeat(64 * 1024)],
  ['a text longer than an argument', `${'long text '.repeat(20_000)}\n`],
  ['256 KiB of anything', Buffer.from(Array.from({ length: 256 * 1024 }, (_, index) => (index * 7_919) % 251))],
];

const headers: readonly (readonly [what: string, headers: Pair[]])[] = [
  ['none', []],
  [
    'those curl would make itself',
    [
      ['User-Agent', 'Provider/1.0'],
      ['Accept', 'text/plain'],
      ['Content-Type', 'application/json'],
    ],
  ],
  [
    'their order and letter case',
    [
      ['x-B', '2'],
      ['CONTENT-type', 'text/plain'],
      ['X-a', '1'],
      ['accept-Encoding', 'gzip, br'],
    ],
  ],
  [
    'one name twice',
    [
      ['X-Same', 'one'],
      ['X-Other', 'between'],
      ['X-Same', 'two'],
      ['x-same', 'three'],
    ],
  ],
  [
    'empty values',
    [
      ['X-Empty', ''],
      ['Accept', ''],
      ['User-Agent', ''],
      ['Content-Type', ''],
    ],
  ],
  [
    'bytes beyond ASCII',
    [
      ['X-Name', 'Gr\xc3\xbc\xc3\x9fe \xfc!$!'],
      ['X-Byte', '\x80\xff'],
    ],
  ],
  ['what a shell would run', [['X-Shell', '$(id) `id` $HOME \\ "x" \'y\' !! ; & | *']]],
  ['tabs and blanks inside', [['X-Tab', 'one\ttwo   three']]],
  [
    'colons and semicolons',
    [
      ['X-Colon', ': ; a:b;'],
      ['X-Semicolon', ';'],
    ],
  ],
  [
    'rare names',
    [
      ["!#$%&'*+-.^_`|~", 'x'],
      ['0', 'y'],
    ],
  ],
  ['what looks like a file', [['X-File', '@/etc/passwd']]],
  ['percent signs', [['X-Percent', '100%\xfc %s \\n']]],
];

const queries = ['?a=1&b=%2B', '?', '?a=[1]{2}', '?q=a#b', "?it's=$HOME&`id`", '?space=%20+', '?\xfc=\xff', '?x=/../y', '?!!"', '?a=\\\\b'];

describe.skipIf(!canRunCommands)('a copied command, run by a real curl', () => {
  test.each(shells)('sends the same bytes, whatever they are, from %s', async (shell) => {
    const arrived = await resent(
      bodies.map(([, body]) => ({ body: Buffer.from(body), headers: [] })),
      shell,
    );
    expect(arrived).toHaveLength(bodies.length);
    for (const [index, [what, body]] of bodies.entries()) {
      expect(arrived[index]?.body.equals(Buffer.from(body)), what).toBe(true);
      expect(arrived[index]?.start, what).toBe(`POST ${path} HTTP/1.1`);
      expect(arrived[index]?.headers, what).toEqual([]);
    }
  });

  test.each(shells)('sends the same headers in their order from %s, and adds none', async (shell) => {
    const arrived = await resent(
      headers.map(([, pairs]) => ({ body: Buffer.from('{}'), headers: pairs })),
      shell,
    );
    for (const [index, [what, pairs]] of headers.entries()) expect(arrived[index]?.headers, what).toEqual(pairs);
  });

  test('sends the same query', async () => {
    const arrived = await resent(queries.map((query) => ({ body: Buffer.from('x'), headers: [], query })));
    expect(arrived.map(({ start }) => start)).toEqual(queries.map((query) => `POST ${path}${query} HTTP/1.1`));
  });

  test('leaves out what belonged to the connection', async () => {
    const transport: Pair[] = [
      ['Host', 'texts.example.com'],
      ['Content-Length', '99'],
      ['Connection', 'keep-alive'],
      ['Transfer-Encoding', 'chunked'],
      ['Expect', '100-continue'],
      ['X-Kept', 'yes'],
    ];
    const [arrived] = await resent([{ body: Buffer.from('x'.repeat(3_000)), headers: transport }]);
    expect(arrived?.headers).toEqual([['X-Kept', 'yes']]);
    expect(arrived?.body.length).toBe(3_000);
  });

  test('names a variable where a secret was, whatever its header is called', async () => {
    onTestFinished(() => server.close());
    const secrets: Pair[] = [
      ['Authorization', '••••••••••••'],
      ['X-`id`-$HOME', '••••'],
      ['X-Api-Key', 'k_live_1234567890'],
      ['X-Webhook-Signature', 'sha256=00'],
    ];
    const { command, variables } = curlCommand(takenOf({ body: 'x', headers: secrets }, `${server.url}${path}`));
    expect(variables).toEqual(['TEXTTRAY_AUTHORIZATION', 'TEXTTRAY_X__ID___HOME', 'TEXTTRAY_X_API_KEY']);
    expect(command).toContain('-H "Authorization: $TEXTTRAY_AUTHORIZATION"');
    expect(command).not.toContain('k_live');
    const values = { TEXTTRAY_AUTHORIZATION: 'Bearer "x" $y', TEXTTRAY_X__ID___HOME: 'two', TEXTTRAY_X_API_KEY: 'three' };
    expect((await runInShell(command, { variables: values })).code).toBe(0);
    expect(server.requests.flatMap(({ raw }) => arrivedIn(raw).headers)).toEqual([
      ['Authorization', 'Bearer "x" $y'],
      ['X-`id`-$HOME', 'two'],
      ['X-Api-Key', 'three'],
      ['X-Webhook-Signature', 'sha256=00'],
    ]);
  });

  test('reads no file, takes no option and runs nothing for a delivery that was tampered with', async () => {
    onTestFinished(() => server.close());
    const tampered: Pair[] = [
      ['@/etc/passwd', ''],
      ['-Kx', 'x'],
      ['X-A\r\nX-B', 'x'],
      ['X-Line', 'one\r\nX-Two: two'],
      ['X-Nul', 'a\0b'],
      ['X-Wide', 'ž'],
    ];
    const { command } = curlCommand(takenOf({ body: 'x', headers: tampered, method: "POST' ; id '" }, `${server.url}${path}`));
    expect((await runInShell(command)).code).toBe(0);
    const arrived = server.requests.map(({ raw }) => arrivedIn(raw));
    expect(arrived).toMatchObject([{ start: `POST ${path} HTTP/1.1`, headers: [['-Kx', 'x']] }]);
  });

  const name = fc
    .stringMatching(/^X-[!#$%&'*+.^_`|~0-9A-Za-z-]{1,12}$/)
    .filter((each) => !/authorization|cookie|secret|token|passw|api-?key|credential/i.test(each));
  const value = fc
    .array(
      fc.integer({ min: 0x20, max: 0xff }).filter((byte) => byte !== 0x7f),
      { maxLength: 60 },
    )
    .map((bytes) =>
      Buffer.from(bytes)
        .toString('latin1')
        .trim()
        .replace(/^[\xa0\x85]+|[\xa0\x85]+$/g, ''),
    );
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
    fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
    fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => Buffer.from(text)),
    fc.string({ unit: fc.constantFrom(...'\'"\\%$`!@-\n\r\t\0 a1'), maxLength: 100 }).map((text) => Buffer.from(text)),
  );
  const sent = fc.record({ body, headers: fc.array(fc.tuple(name, value), { maxLength: 4 }) });

  test('sends any bytes and any headers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { minLength: 5, maxLength: 10 }), async (all) => {
        const arrived = await resent(all);
        expect(arrived.map(({ headers: pairs, body: bytes }) => ({ headers: pairs, body: bytes.toString('base64') }))).toEqual(
          all.map(({ headers: pairs, body: bytes }) => ({ headers: pairs, body: bytes.toString('base64') })),
        );
      }),
      { numRuns: 40 },
    );
  });
});
