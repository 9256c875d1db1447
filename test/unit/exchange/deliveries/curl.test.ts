import { expect, test } from 'vitest';
import { curlCommand } from '../../../../src/exchange/deliveries/curl.ts';
import { takenOf } from '../../../support/taken-delivery.ts';

const local = 'http://127.0.0.1:8790/hooks/abcdefghijklmnopqrstuv';

test('a text is read in the command as it is', () => {
  const { command } = curlCommand(
    takenOf(
      {
        body: '{"text":"It\'s Grüße 👋"}',
        headers: [
          ['Content-Type', 'application/json'],
          ['User-Agent', 'Provider/1.0'],
        ],
      },
      local,
    ),
  );
  expect(command).toBe(
    [
      `curl --include '${local}' \\`,
      `  -H 'Content-Type: application/json' \\`,
      `  -H 'User-Agent: Provider/1.0' \\`,
      `  -H 'Accept:' \\`,
      `  --data-raw '{"text":"It'\\''s Grüße 👋"}'`,
    ].join('\n'),
  );
});

test('nothing a terminal would obey or hide is in the command', () => {
  const { command } = curlCommand(
    takenOf(
      { body: '\x1b]0;title\x07{"text":"\u202eabc\u200b"}\r\n\t', headers: [['X-Name', 'tab\there \x9b31m']], query: '?\x80=\t' },
      local,
    ),
  );
  expect(command.replaceAll('\n', '')).toMatch(/^[\x20-\x7e]*$/);
});

test('a long body comes from a here-document whose lines every terminal takes', () => {
  const { command } = curlCommand(takenOf({ body: 'x'.repeat(200_000) }, local));
  expect(command.split('\n').every((line) => line.length < 4_096)).toBe(true);
  expect(command).toMatch(/^base64 -d <<'END_OF_BODY' \| curl /);
  expect(command).toMatch(/\nEND_OF_BODY$/);
});

test('through the public URL names of headers keep their case, and proxies add their headers themselves', () => {
  const headers: [string, string][] = [
    ['X-Forwarded-For', '203.0.113.7'],
    ['Cf-Connecting-Ip', '203.0.113.7'],
    ['CDN-Loop', 'cloudflare'],
    ['X-Kept', 'yes'],
  ];
  const outside = curlCommand(takenOf({ headers }, 'https://texts.example.com/hooks/abcdefghijklmnopqrstuv')).command;
  expect(outside).toContain('--http1.1');
  expect(outside).toContain('X-Kept: yes');
  expect(outside).not.toMatch(/forwarded|cf-|cdn/i);
  const here = curlCommand(takenOf({ headers }, local)).command;
  expect(here).not.toContain('--http1.1');
  for (const [name, value] of headers) expect(here).toContain(`-H '${name}: ${value}'`);
});
