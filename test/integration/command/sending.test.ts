import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { LineView } from '../../../src/contract/views.ts';
import type { ProviderName } from '../../../src/domain/line.ts';
import { buildCommand, texttray, texttrayInHere } from '../../support/command.ts';
import { freePort } from '../../support/free-port.ts';
import { type RecordingServer, recordingServer } from '../../support/recording-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

beforeAll(buildCommand);

const fixtures = resolve(import.meta.dirname, '../../fixtures/providers/tls');

type Credentials = Readonly<Record<string, string>>;

const providers: readonly (readonly [name: Exclude<ProviderName, 'practice'>, number: string, secret: string, credentials: Credentials])[] =
  [
    ['cloudvno', '+12025550100', 'an auth token', { authToken: 'an auth token' }],
    ['receivesms-ink', '+12025550100', 'the webhook secret', { webhookSecret: 'the webhook secret' }],
    ['mobile-api-connect', '911234500000', 'whsec_c2VjcmV0IHNlY3JldA', { webhookSecret: 'whsec_c2VjcmV0IHNlY3JldA' }],
    ['cloudspire', '+14045559999', 'Bearer open sesame', { authHeader: 'Bearer open sesame', secret: 's' }],
  ];

const createLine = (app: TestApp, provider: ProviderName, number: string, credentials: Credentials) =>
  app.call('lines.create', { provider, label: 'A line', number, credentials });

const at = (app: TestApp, line: Pick<LineView, 'webhookPath'>) => `${app.receiverUrl}${line.webhookPath}`;

async function recorder(): Promise<RecordingServer> {
  const server = await recordingServer();
  onTestFinished(() => server.close());
  return server;
}

/** The bytes behind the headers. */
const bodyOf = (raw: Buffer) => raw.subarray(raw.indexOf('\r\n\r\n') + 4);

describe.each(providers)('a text of %s', (provider, number, secret, credentials) => {
  test('is accepted with the right secret, and arrives as it was written', async () => {
    const app = await testApp();
    const url = at(app, await createLine(app, provider, number, credentials));
    const sent = await texttray([
      'send',
      '--provider',
      provider,
      '--url',
      url,
      '--secret',
      secret,
      '--from',
      '+14155550199',
      '--text',
      'Grüße 👍🏽',
    ]);
    expect([sent.stderr, sent.code]).toEqual(['', 0]);
    expect(sent.stdout).toMatch(/\nAccepted: 20[04]\.\n/);
    const { items } = await app.call('conversations.list', {});
    expect(items.find(({ peer }) => peer === '+14155550199')?.lastMessage?.body).toBe('Grüße 👍🏽');
  });

  test('is refused with another secret', async () => {
    const app = await testApp();
    const url = at(app, await createLine(app, provider, number, credentials));
    const sent = await texttray(['send', '--provider', provider, '--url', url, '--secret', 'quite another one']);
    expect(sent.code).toBe(1);
    expect(sent.stdout).toContain('\nRefused: 401. The receiver did not accept the ');
    expect((await app.call('deliveries.list', {})).items).toMatchObject([{ verdict: 'rejected', status: 401 }]);
  });

  test('is a new one each time, also many in a row', async () => {
    const app = await testApp();
    const url = at(app, await createLine(app, provider, number, credentials));
    const words = ['send', '--provider', provider, '--url', url, '--secret', secret];
    const [many, once] = [await texttray([...words, '--count', '5']), await texttray(words)];
    expect([many.code, once.code]).toEqual([0, 0]);
    expect(many.stdout).toContain('\n5 requests: 5 accepted, 0 refused, 0 without an answer.\n');
    const { items } = await app.call('deliveries.list', {});
    expect(items.map(({ verdict }) => verdict)).toEqual(Array(6).fill('accepted'));
  });

  test('goes wrong in every way that was asked for', async () => {
    const app = await testApp();
    const url = at(app, await createLine(app, provider, number, credentials));
    const words = ['send', '--provider', provider, '--url', url, '--secret', secret, '--json'];
    const statusesOf = async (sample: string) => {
      const { printed } = await texttrayInHere([...words, '--sample', sample]);
      return printed
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { status: number }).status);
    };
    const fine = provider === 'cloudspire' ? 200 : 204;
    expect(await statusesOf('bad-signature')).toEqual([401]);
    expect(await statusesOf('missing-header')).toEqual([401]);
    expect(await statusesOf('body-1-mib')).toEqual([413]);
    for (const sample of ['emoji', 'right-to-left', 'ten-segments', 'empty-body', 'unknown-event'])
      expect(await statusesOf(sample)).toEqual([fine]);
    expect(await statusesOf('duplicate')).toEqual([fine, fine]);
    expect(await statusesOf('reordered-burst')).toEqual(Array(5).fill(fine));
    const { items } = await app.call('deliveries.list', {});
    const count = (verdict: string) => items.filter((item) => item.verdict === verdict).length;
    expect(['accepted', 'duplicate', 'not-understood', 'rejected'].map(count)).toEqual([3 + 1 + 5, 1, 2, 3]);
  });
});

test('the practice line takes it too', async () => {
  const app = await testApp();
  const { items } = await app.call('lines.list', {});
  const line = items.find(({ provider }) => provider === 'practice');
  if (line === undefined) throw new Error('There is no practice line.');
  const { secret } = JSON.parse((await app.vault.get(`line:${line.id}`)) ?? '{}') as { secret: string };
  const sent = await texttray(['send', '--provider', 'practice', '--url', at(app, line), '--secret', '-'], { stdin: `${secret}\n` });
  expect([sent.stderr, sent.code]).toEqual(['', 0]);
  expect((await app.call('deliveries.list', {})).items).toMatchObject([{ verdict: 'accepted' }]);
});

test('behind a tunnel the public URL is signed and the local one is asked', async () => {
  const app = await testApp();
  await app.call('tunnel.configure', { kind: 'own-url', publicUrl: 'https://texts.example.org' });
  const line = await createLine(app, 'cloudvno', '+12025550100', { authToken: 'a token' });
  const words = ['send', '--provider', 'cloudvno', '--url', at(app, line), '--secret', 'a token', '--sign-url'];
  expect((await texttray([...words, `https://texts.example.org${line.webhookPath}`])).code).toBe(0);
  expect((await texttray([...words, `https://other.example.org${line.webhookPath}`])).code).toBe(1);
});

describe('what is sent', () => {
  test('is byte for byte the file that was named, signed', async () => {
    const server = await recorder();
    const file = join(await temporaryFolder(), 'body.bin');
    const bytes = Buffer.concat([
      randomBytes(4_096),
      Buffer.from('\r\n\0%=&'),
      Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
    ]);
    await writeFile(file, bytes);
    const words = ['send', '--provider', 'receivesms-ink', '--url', `${server.url}/hook?a=1&b=%20`, '--secret', 'x', '--body-file'];
    expect((await texttray([...words, file])).code).toBe(0);
    expect((await texttray([...words, '-'], { stdin: bytes })).code).toBe(0);
    expect(server.requests.map(({ raw }) => bodyOf(raw).equals(bytes))).toEqual([true, true]);
    expect(server.requests[0]).toMatchObject({ method: 'POST', path: '/hook?a=1&b=%20' });
    expect(server.requests[0]?.headers['x-webhook-signature']).toMatch(/^sha256=[0-9a-f]{64}$/);
  });

  test('has the headers that were added, and others instead of the usual ones', async () => {
    const server = await recorder();
    const words = [
      'send',
      '--provider',
      'practice',
      '--url',
      server.url,
      '--secret',
      'x',
      '--header',
      'X-One: 1',
      '--header',
      'content-type: text/plain',
    ];
    expect((await texttray(words)).code).toBe(0);
    expect(server.requests[0]?.headers).toMatchObject({ 'x-one': '1', 'content-type': 'text/plain' });
  });

  test('has attachments where the provider has any', async () => {
    const server = await recorder();
    const words = [
      '--url',
      server.url,
      '--secret',
      'x',
      '--media',
      'https://media.example/1.jpg',
      '--media',
      'https://media.example/2.jpg',
    ];
    expect((await texttray(['send', '--provider', 'cloudvno', ...words])).code).toBe(0);
    const form = new URLSearchParams(server.requests[0]?.body);
    expect([form.get('NumMedia'), form.get('MediaUrl1')]).toEqual(['2', 'https://media.example/2.jpg']);
    const refused = await texttray(['send', '--provider', 'mobile-api-connect', ...words]);
    expect([refused.code, refused.stderr]).toEqual([2, 'Texts of Mobile API Connect have no attachments. See texttray --help.\n']);
  });

  test('is nothing at all in a dry run, which shows what would be signed', async () => {
    const server = await recorder();
    const words = ['send', '--provider', 'cloudvno', '--url', server.url, '--secret', 'x', '--text', 'Hi', '--dry-run'];
    const people = await texttray(words);
    expect([people.code, server.connections()]).toEqual([0, 0]);
    expect(people.stdout).toContain(`Not sent. What was signed:\n\n  ${server.url}Body=Hi&From=%2B1`);
    const [line = ''] = (await texttray([...words, '--json'])).stdout.split('\n');
    expect(JSON.parse(line)).toMatchObject({ outcome: 'not-sent', status: null, request: { signed: expect.stringContaining('Body=Hi&') } });
  });
});

test('over https the certificate is checked, against what this computer trusts', async () => {
  const certificate = join(fixtures, 'localhost-certificate.pem');
  const server = createServer(
    { cert: await readFile(certificate), key: await readFile(join(fixtures, 'localhost-key.pem')) },
    (_, response) => response.writeHead(204).end(),
  ).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const words = [
    'send',
    '--provider',
    'practice',
    '--secret',
    'abcd',
    '--url',
    `https://localhost:${(server.address() as AddressInfo).port}/`,
  ];
  expect((await texttray(words, { environment: { NODE_EXTRA_CA_CERTS: certificate } })).code).toBe(0);
  const untrusted = await texttray(words);
  expect([untrusted.code, untrusted.stdout]).toEqual([3, expect.stringContaining('No answer. No secure connection (')]);
});

describe('how it ends', () => {
  const words = (url: string, ...more: string[]) => ['send', '--provider', 'practice', '--url', url, '--secret', 'a secret', ...more];

  test('with 3 when nobody listens', async () => {
    const ended = await texttray(words(`http://127.0.0.1:${await freePort()}/`));
    expect([ended.code, ended.stderr]).toEqual([3, '']);
    expect(ended.stdout).toContain('\nNo answer. The server refused the connection');
  });

  test('with 3 when there is no answer in time, or half of one, or none in HTTP', async () => {
    const server = await recorder();
    server.hold();
    expect((await texttray(words(server.url, '--timeout', '0.2'))).code).toBe(3);
    server.breakOff();
    expect((await texttray(words(server.url))).code).toBe(3);
    server.answerRaw('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf');
    expect((await texttray(words(server.url))).code).toBe(3);
    server.answerRaw('SSH-2.0-OpenSSH_9.2\r\n');
    const ended = await texttray(words(server.url));
    expect([ended.code, ended.stdout]).toEqual([3, expect.stringContaining('does not answer in HTTP')]);
  });

  test('with 1 on a redirect, which is not followed', async () => {
    const [server, elsewhere] = [await recorder(), await recorder()];
    server.answer({ status: 307, headers: { Location: elsewhere.url } });
    const ended = await texttray(words(server.url));
    expect([ended.code, elsewhere.connections()]).toEqual([1, 0]);
    expect(ended.stdout).toContain(`Location: ${elsewhere.url}`);
  });

  test('with 0 on the status that was expected and no other', async () => {
    const server = await recorder();
    server.answer({ status: 401 });
    expect((await texttray(words(server.url, '--expect', '401'))).code).toBe(0);
    server.answer({ status: 204 });
    const ended = await texttray(words(server.url, '--expect', '401'));
    expect([ended.code, ended.stdout]).toEqual([1, expect.stringContaining('204 instead of the expected 401.')]);
  });

  test('with the worst of many', async () => {
    const server = await recorder();
    let seen = 0;
    server.answerEach(() => {
      seen += 1;
      return { status: seen === 2 ? 500 : 204 };
    });
    const ended = await texttray(words(server.url, '--count', '4'));
    expect([ended.code, ended.stdout]).toEqual([1, expect.stringContaining('4 requests: 3 accepted, 1 refused, 0 without an answer.')]);
  });

  test('as it would have when nobody reads what it prints', async () => {
    const server = await recorder();
    const ended = await texttray(words(server.url, '--count', '50'), { isHeard: false });
    expect([ended.code, server.requests.length]).toEqual([0, 50]);
  });

  test.each([
    [[], 'Say what to do'],
    [['send'], 'Say which provider: --provider is one of cloudvno, '],
    [['send', '--provider', 'practice'], 'Say where to send it'],
    [['send', '--provider', 'practice', '--url', 'ftp://127.0.0.1/'], '--url takes a whole address'],
    [['send', '--provider', 'practice', '--url', 'http://127.0.0.1:9/'], 'The secret of Practice line is missing'],
    [['send', '--provider', 'practice', '--url', 'http://127.0.0.1:9/', '--secret-file', '/nowhere/at/all'], 'cannot be read (ENOENT)'],
    [
      ['send', '--provider', 'cloudvno', '--url', 'http://127.0.0.1:9/', '--secret', 'x', '--body-file', '-'],
      'cannot have signed this body',
    ],
  ])('with 2 and a sentence when the command line is wrong: %j', async (given, sentence) => {
    const ended = await texttray(given, { stdin: Buffer.from([0xff]) });
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(sentence);
    expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
