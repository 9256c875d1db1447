import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { providerNameSchema } from '../../../src/domain/line.ts';
import { buildCommand, texttray, texttrayInHere } from '../../support/command.ts';
import { type RecordingServer, recordingServer } from '../../support/recording-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

beforeAll(buildCommand);

/** Sends back every byte it gets, headers included, as a receiver that is being debugged may. */
async function echo(): Promise<RecordingServer> {
  const server = await recordingServer();
  onTestFinished(() => server.close());
  server.answerEach(({ raw, headers }) => ({
    status: 401,
    headers: { 'x-seen': (headers.authorization ?? '').replace(/[^ -~]/g, '') },
    body: { seen: raw.toString('latin1') },
  }));
  return server;
}

const secret = 'Bearer 5up3r "secret"/+= value';

describe('the secret', () => {
  test.each([
    ['--secret', { words: ['--secret', secret] }],
    ['--secret=', { words: [`--secret=${secret}`] }],
    ['stdin', { words: ['--secret', '-'], stdin: `${secret}\r\n` }],
    ['the environment', { words: [], environment: { TEXTTRAY_SECRET: secret } }],
  ])('is taken from %s and never printed, however it is told', async (_where, { words, ...options }) => {
    const server = await echo();
    const sent = ['send', '--provider', 'cloudspire', '--url', server.url, '--text', `the secret is ${secret}`, ...words];
    for (const [code, ...more] of [[1], [1, '--json'], [0, '--dry-run'], [0, '--dry-run', '--json']] as const) {
      const ended = await texttray([...sent, ...more], options);
      expect([more, ended.code]).toEqual([more, code]);
      expect(ended.stdout).toContain('••••');
      expect(`${ended.stdout}${ended.stderr}`).not.toContain('5up3r');
    }
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual([secret, secret]);
  });

  test('is read from a file without its line end', async () => {
    const server = await echo();
    const file = join(await temporaryFolder(), 'secret');
    await writeFile(file, `${secret}\n`);
    const words = ['send', '--provider', 'cloudspire', '--url', server.url, '--secret-file', file];
    expect((await texttray(words)).stdout).not.toContain('5up3r');
    expect(server.requests[0]?.headers.authorization).toBe(secret);
  });

  test('is not repeated when it is given in the wrong place', async () => {
    for (const words of [
      ['send', secret],
      [secret],
      ['send', '--provider', secret],
      ['send', '--provider', 'practice', '--url', secret],
      ['send', '--provider', 'practice', '--url', `http://5up3r:${secret}@127.0.0.1:9/`],
      ['send', '--provider', 'practice', '--url', 'http://127.0.0.1:9/', '--sample', secret],
      ['send', '--provider', 'practice', '--url', 'http://127.0.0.1:9/', '--count', secret],
      ['send', '--provider', 'practice', '--url', 'http://127.0.0.1:9/', '--header', secret],
      ['send', '--provider', 'practice', '--url', 'http://127.0.0.1:9/', '--header', `${secret}: x`],
      ['send', '--secret', '-5up3r'],
      ['send', '--secret', '--5up3r'],
      ['send', '--5up3r'],
      ['send', '-5up3r'],
      ['send', '--json=5up3r'],
      ['send', '--secert=5up3r'],
    ]) {
      const { code, printed } = await texttrayInHere(words);
      expect([words, code]).toEqual([words, 2]);
      expect(printed).not.toContain('5up3r');
    }
  });

  test('stays out of everything that is printed, whatever it is', async () => {
    const server = await echo();
    const anySecret = fc.string({ unit: 'binary', minLength: 6, maxLength: 60 }).filter((text) => text.trim().length >= 6);
    await fc.assert(
      fc.asyncProperty(anySecret, fc.constantFrom(...providerNameSchema.options), fc.boolean(), async (any, provider, json) => {
        const hidden = `x7Q${any}`;
        const words = ['send', '--provider', provider, '--url', server.url, '--text', `Hi ${hidden}`, ...(json ? ['--json'] : [])];
        const { code, printed } = await texttrayInHere(words, { TEXTTRAY_SECRET: hidden });
        // CloudSpire's cannot be written as a header, whatever it is.
        expect([1, 2]).toContain(code);
        for (const form of [hidden, hidden.trim(), encodeURIComponent(hidden.trim().toWellFormed())]) expect(printed).not.toContain(form);
      }),
      { numRuns: 150 },
    );
  });
});

test('what somebody else would read on the way is said, and nothing on this computer is', async () => {
  const words = ['send', '--provider', 'practice', '--secret', 'abc', '--dry-run', '--url'];
  expect((await texttray([...words, 'http://texts.example.org/hook'])).stderr).toMatch(/^Warning: over http /);
  for (const url of ['https://texts.example.org/hook', 'http://127.0.0.1/hook', 'http://[::1]:80/hook', 'http://localhost/hook'])
    expect((await texttray([...words, url])).stderr).toBe('');
});

test('what a receiver answers cannot act on the terminal', async () => {
  const server = await recordingServer();
  onTestFinished(() => server.close());
  server.answer({ status: 500, headers: { 'X-Note': 'a\u009bb' }, body: '\x1b[2J\x1b[31mred\x07 \u202eabc\u009b31m <b>\nsecond' });
  const words = ['send', '--provider', 'practice', '--secret', 'a secret', '--url', server.url];
  const people = await texttray(words);
  expect(people.stdout).toContain('\\x1b[2J\\x1b[31mred\\x07 \\u{202e}abc\\x9b31m <b>\n  second');
  const json = await texttray([...words, '--json']);
  for (const { stdout, code } of [people, json]) {
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
  }
  expect(JSON.parse(json.stdout)).toMatchObject({ answer: { body: '\x1b[2J\x1b[31mred\x07 \u202eabc\u009b31m <b>\nsecond' } });
});
