import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/command/arguments.ts';

const least = ['send', '--provider', 'cloudvno', '--url', 'https://texts.example.org/hooks/a'];
const read = (words: readonly string[], environment = {}) => parseArguments(words, environment);
const options = (words: readonly string[], environment = {}) => {
  const parsed = read(words, environment);
  if (!parsed.ok) throw new Error(parsed.error);
  if (parsed.value.kind !== 'send') throw new Error(parsed.value.kind);
  return parsed.value.options;
};
const objection = (...words: string[]) => {
  const parsed = read(words);
  return parsed.ok ? undefined : parsed.error;
};

describe('the command line', () => {
  test('takes provider and URL, and has a sensible answer to everything else', () => {
    expect(options(least)).toEqual({
      provider: 'cloudvno',
      url: 'https://texts.example.org/hooks/a',
      signUrl: 'https://texts.example.org/hooks/a',
      from: '+12025550142',
      to: '+12025550100',
      mediaUrls: [],
      sample: 'text',
      count: 1,
      headers: [],
      json: false,
      timeoutMs: 15_000,
      dryRun: false,
    });
  });

  test('takes all there is', () => {
    const words = [
      ...['--sign-url', 'http://b.example/x?y=1', '--secret', 's', '--from', 'ACME', '--to', '90210', '--text', '-'],
      ...['--media', 'https://m.example/1', '--media', 'https://m.example/2', '--sample', 'bad-signature', '--count', '3'],
      ...['--header', 'A: b:c', '--header', 'D:', '--json', '--timeout', '0.25', '--expect', '401', '--dry-run'],
    ];
    expect(options([...least, ...words])).toMatchObject({
      signUrl: 'http://b.example/x?y=1',
      secret: { kind: 'value', value: 's' },
      from: 'ACME',
      to: '90210',
      text: '-',
      mediaUrls: ['https://m.example/1', 'https://m.example/2'],
      sample: 'bad-signature',
      count: 3,
      headers: [
        ['A', 'b:c'],
        ['D', ''],
      ],
      json: true,
      timeoutMs: 250,
      expect: 401,
      dryRun: true,
    });
  });

  test('keeps the URL as it was written: another spelling has another signature', () => {
    const url = 'HTTPS://Texts.Example.org:443/hooks/../a?b=%7e&a=1';
    expect(options(['send', '--provider', 'cloudvno', '--url', url])).toMatchObject({ url, signUrl: url });
  });

  test('takes the secret from where it is named, and from the environment where it is not', () => {
    const environment = { TEXTTRAY_SECRET: 'from there' };
    expect(options(least, environment).secret).toEqual({ kind: 'value', value: 'from there' });
    expect(options([...least, '--secret', 'from here'], environment).secret).toEqual({ kind: 'value', value: 'from here' });
    expect(options([...least, '--secret', '-'], environment).secret).toEqual({ kind: 'stdin' });
    expect(options([...least, '--secret-file', 'f'], environment).secret).toEqual({ kind: 'file', path: 'f' });
    expect(options(least, { TEXTTRAY_SECRET: '' }).secret).toBeUndefined();
  });

  test.each([['--help'], ['-h'], ['send', '--help'], [...least, '--help']])('explains itself: %s', (...words) => {
    expect(read(words)).toEqual({ ok: true, value: { kind: 'help' } });
  });

  test.each([
    [['send', '--provider', 'twilio'], '--provider is one of cloudvno, receivesms-ink'],
    [['push'], 'Say what to do'],
    [[...least, 'more'], 'a word that belongs to no option'],
    [[...least, '--secert', 'x'], 'There is no option --secert.'],
    [[...least, '--secret'], '--secret takes a value'],
    [[...least, '--secret', '-x'], 'one that begins with a dash is written --secret=-…'],
    [[...least, '--json=yes'], '--json takes no value.'],
    [[...least, '--sample', 'nothing'], '--sample is one of text, bad-signature'],
    [[...least, '--count', '0'], '--count takes a whole number from 1 to 10000.'],
    [[...least, '--count', '1.5'], '--count takes a whole number'],
    [[...least, '--count', '0x10'], '--count takes a whole number'],
    [[...least, '--timeout', 'Infinity'], '--timeout takes a number'],
    [[...least, '--expect', '99'], '--expect takes a whole number from 100 to 599.'],
    [[...least, '--header', 'no colon'], "--header 'X-Name: value'"],
    [[...least, '--header', 'A: b\r\nC: d'], 'no header can have'],
    [[...least, '--header', 'A b: c'], 'no header can have'],
    [[...least, '--header', 'Content-Length: 3'], 'set by the command itself'],
    [[...least, '--media', 'file:///etc/passwd'], '--media takes a whole address'],
    [[...least, '--from', ' '], '--from takes a number or a name.'],
    [[...least, '--secret', 'a', '--secret-file', 'b'], 'Give the secret once'],
    [[...least, '--secret', '-', '--body-file', '-'], 'Only one of secret and body'],
    [[...least, '--sample', 'emoji', '--text', 'x'], 'leave out --text'],
    [[...least, '--sample', 'media-missing', '--media', 'https://m.example/1'], 'leave out --media'],
    [[...least, '--body-file', 'f', '--text', 'x'], 'leave out --text, --from, --to and --media'],
    [[...least, '--body-file', 'f', '--sample', 'emoji'], 'the sample emoji has a body of its own'],
    [['send', '--provider', 'cloudvno', '--url', 'https://a:b@c.example/'], 'leave out user name and password'],
    [['send', '--provider', 'cloudvno', '--url', 'https://c.example/#x'], 'leave out everything from # on'],
  ])('says what is wrong: %j', (words, sentence) => {
    expect(objection(...words)).toContain(sentence);
  });

  test('is understood or refused with a sentence, whatever is typed', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'send',
        '--secret',
        '--url',
        '--',
        '-',
        '--json',
        '--count',
        '--header',
        '-h=',
        '--=',
        '--provider',
        'practice',
        ...least,
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const parsed = read(words);
        if (!parsed.ok) expect(parsed.error).toMatch(/\.$|…$/);
      }),
    );
  });
});
