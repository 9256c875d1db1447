import { spawn } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MethodInput } from '../../../src/contract/methods.ts';
import type { DeliverySummary } from '../../../src/domain/delivery.ts';
import { eventually } from '../../support/eventually.ts';
import { forwarder } from '../../support/forwarder.ts';
import { freePort } from '../../support/free-port.ts';
import { harSchema } from '../../support/har.ts';
import { recordingServer } from '../../support/recording-server.ts';
import { canRunCommands, runInShell } from '../../support/shell.ts';
import { cloudSpire, cloudVno, mobileApiConnect, receiveSmsInk, type Signed } from '../../support/sign.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type TestApp, testApp } from '../../support/test-app.ts';

const secret = 'test_webhook_secret';
const from = '+14155551234';

type ProviderCase = {
  readonly input: MethodInput<'lines.create'>;
  sign(url: string): Signed;
};

const cases: Readonly<Record<string, ProviderCase>> = {
  cloudvno: {
    input: { provider: 'cloudvno', label: 'Cloud', number: '+12025550101', credentials: { authToken: secret } },
    sign: (url) =>
      cloudVno(secret, url, { MessageSid: 'SM0001', From: from, To: '+12025550101', Body: 'Your code is 493817', NumMedia: '0' }),
  },
  'receivesms-ink': {
    input: { provider: 'receivesms-ink', label: 'Ink', number: '+12025550102', credentials: { webhookSecret: secret } },
    sign: () => receiveSmsInk(secret, { id: 42, from, text: `It's "here"\nGrüße 👋 \u0007 100%` }),
  },
  'mobile-api-connect': {
    input: { provider: 'mobile-api-connect', label: 'Phone', number: '+12025550103', credentials: { webhookSecret: secret } },
    sign: () => mobileApiConnect(secret, { from: '14155551234', text: 'Your code is 493817' }),
  },
  cloudspire: {
    input: { provider: 'cloudspire', label: 'Spire', number: '+12025550104', credentials: { authHeader: 'Bearer opensesame' } },
    sign: () => cloudSpire('Bearer opensesame', { from, text: 'Hello' }),
  },
};

async function delivered(app: TestApp, name: keyof typeof cases): Promise<DeliverySummary> {
  const { input, sign } = cases[name] ?? { input: undefined, sign: undefined };
  if (input === undefined) throw new Error(`There is no case ${name}`);
  const line = await app.call('lines.create', input);
  await app.deliver(line, sign(line.webhookUrl));
  return latest(app, line.id);
}

function latest(app: TestApp, lineId: string, count = 1): Promise<DeliverySummary> {
  return eventually('the delivery is listed', async () => {
    const { items } = await app.call('deliveries.list', { lineId });
    return items.length === count && items[0];
  });
}

/** A file of the app's, as the user saves it. */
async function saved(app: TestApp, fileId: string): Promise<Buffer> {
  const path = join(await temporaryFolder(), 'saved');
  const copied = await app.files.copyTo(fileId, path);
  if (!copied.ok) throw new Error(copied.error.message);
  return readFile(path);
}

async function unzipped(app: TestApp, fileId: string): Promise<{ readonly folder: string; readonly names: readonly string[] }> {
  const files = unzipSync(await saved(app, fileId));
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const names = Object.keys(files).sort();
  return { folder: join(folder, names[0]?.split('/')[0] ?? ''), names: names.map((name) => name.split('/').slice(1).join('/')) };
}

async function replay(folder: string, args: readonly string[], variables: Readonly<Record<string, string>> = {}) {
  const env = { PATH: process.env.PATH, ...variables };
  const child = spawn(process.execPath, [join(folder, 'replay.mjs'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output, errors };
}

describe.skipIf(!canRunCommands)('a copied command', () => {
  test.each(Object.keys(cases))('of a delivery of %s is verified by the receiver: the text is known already', async (name) => {
    const app = await testApp();
    const { id, lineId } = await delivered(app, name);
    const { command, notes } = await app.call('deliveries.curl', { id, to: 'local' });
    expect(notes).toEqual(name === 'cloudspire' ? ['secret-in-variable'] : []);
    expect(command).not.toContain('opensesame');
    const { code, output } = await runInShell(command, { variables: { TEXTTRAY_AUTHORIZATION: 'Bearer opensesame' } });
    expect(code).toBe(0);
    expect(output.toString()).toMatch(/^HTTP\/1\.1 20[04] /);
    const again = await latest(app, lineId, 2);
    expect(again).toMatchObject({ verdict: 'duplicate' });
    const [one, other] = [await app.call('deliveries.get', { id }), await app.call('deliveries.get', { id: again.id })];
    expect(other.bodyBase64).toBe(one.bodyBase64);
  });

  test('of the practice line, too', async () => {
    const app = await testApp();
    const { lines } = await app.call('state.snapshot', {});
    const practice =
      lines.find(({ provider }) => provider === 'practice') ??
      (await app.call('lines.create', { provider: 'practice', label: 'P', number: '+12025550100', credentials: {} }));
    await app.call('practice.text', { lineId: practice.id, body: 'Hi' });
    const { id } = await latest(app, practice.id);
    const { command } = await app.call('deliveries.curl', { id });
    expect((await runInShell(command)).code).toBe(0);
    expect(await latest(app, practice.id, 2)).toMatchObject({ verdict: 'duplicate' });
  });

  test('goes through the public URL where there is one, and through this computer when that is asked for', async () => {
    const app = await testApp();
    const proxy = await forwarder();
    onTestFinished(() => proxy.close());
    proxy.leadTo(app.receiverUrl);
    await app.call('tunnel.configure', { kind: 'own-url', publicUrl: proxy.url });
    const { id, lineId } = await delivered(app, 'cloudvno');
    const outside = await app.call('deliveries.curl', { id });
    expect(outside.command).toContain(`'${proxy.url}/hooks/`);
    expect((await app.call('deliveries.curl', { id, to: 'local' })).command).toContain(`'${app.receiverUrl}/hooks/`);
    expect((await runInShell(outside.command)).code).toBe(0);
    expect(await latest(app, lineId, 2)).toMatchObject({ verdict: 'duplicate' });
  });

  test('that is masked holds nothing of the person, the code or the path, and no signature', async () => {
    const app = await testApp();
    const { id, path } = await delivered(app, 'cloudvno');
    const { command, notes } = await app.call('deliveries.curl', { id, mask: true });
    expect(notes).toEqual(['signature-broken-by-masking']);
    expect(command).toContain('From=%2B1202555');
    for (const real of ['4155551234', '493817', path.slice('/hooks/'.length), 'signature']) expect(command).not.toContain(real);
  });
});

test('what is not kept any more is not taken along', async () => {
  const app = await testApp();
  expect(await app.refusal('deliveries.curl', { id: 'd_none' })).toMatchObject({ code: 'not-found' });
  expect(await app.refusal('deliveries.export', { ids: ['d_none'], format: 'har' })).toMatchObject({ code: 'not-found' });
});

test('an export that cannot be written says why', async () => {
  const app = await testApp();
  const { id } = await delivered(app, 'receivesms-ink');
  await rm(join(app.dataFolder, 'exchange'), { recursive: true, force: true });
  await writeFile(join(app.dataFolder, 'exchange'), 'in the way');
  for (const format of ['har', 'fixtures'] as const) {
    const failure = await app.refusal('deliveries.export', { ids: [id], format });
    expect(failure).toMatchObject({
      code: 'export-failed',
      message: expect.stringMatching(/^The export could not be written\. The system says \w+\.$/),
    });
  }
  await rm(join(app.dataFolder, 'exchange'));
  expect(await app.call('deliveries.export', { ids: [id], format: 'har' })).toMatchObject({ notes: ['signature-broken-by-masking'] });
});

describe('a HAR', () => {
  test('holds everything, and only what the format allows', async () => {
    const app = await testApp();
    const made = [await delivered(app, 'cloudvno'), await delivered(app, 'receivesms-ink'), await delivered(app, 'cloudspire')];
    const ink = (await app.call('lines.list', {})).items.find(({ provider }) => provider === 'receivesms-ink');
    const binary = Buffer.from([0, 255, 128]);
    await fetch(`${app.receiverUrl}${ink?.webhookPath}?a=1&b=%C3%BC+x`, { method: 'POST', body: binary });
    const refused = await latest(app, ink?.id ?? '', 2);
    const ids = [refused.id, ...made.map(({ id }) => id)];
    const { fileId, name, bytes, notes } = await app.call('deliveries.export', { ids, format: 'har', mask: false });
    const file = await saved(app, fileId);
    expect([name, bytes, notes]).toEqual([expect.stringMatching(/^texttray-deliveries-\d{4}-\d\d-\d\d\.har$/), file.length, []]);
    const { log } = harSchema.parse(JSON.parse(file.toString()));
    expect(log.entries.map(({ response }) => response.status)).toEqual([204, 204, 200, 401]);
    const original = await app.call('deliveries.get', { id: made[1]?.id ?? '' });
    expect(log.entries[1]?.request).toMatchObject({
      method: 'POST',
      url: ink?.webhookUrl,
      postData: { mimeType: 'application/json', text: original.bodyText },
      bodySize: original.bytes,
    });
    expect(log.entries[1]?.request.headers).toContainEqual({
      name: 'x-webhook-signature',
      value: expect.stringMatching(/^sha256=[0-9a-f]{64}$/),
    });
    expect(log.entries[3]).toMatchObject({ _verdict: 'rejected', _reason: 'signature-missing' });
    expect(log.entries[3]?.request).toMatchObject({
      url: `${ink?.webhookUrl}?a=1&b=%C3%BC+x`,
      queryString: [
        { name: 'a', value: '1' },
        { name: 'b', value: 'ü x' },
      ],
      postData: { text: binary.toString('base64'), _encoding: 'base64' },
    });
    expect(file.toString()).not.toContain('opensesame');
  });

  test('is masked unless that is not wanted', async () => {
    const app = await testApp();
    const { id, path } = await delivered(app, 'receivesms-ink');
    const { fileId, notes } = await app.call('deliveries.export', { ids: [id], format: 'har' });
    const text = (await saved(app, fileId)).toString();
    expect(notes).toEqual(['signature-broken-by-masking']);
    harSchema.parse(JSON.parse(text));
    for (const real of ['4155551234', path.slice('/hooks/'.length), 'signature', secret]) expect(text).not.toContain(real);
  });

  test('of hundreds of deliveries is whole, in the order in which they came', async () => {
    const app = await testApp();
    const { lineId } = await delivered(app, 'receivesms-ink');
    const { items: lines } = await app.call('lines.list', {});
    const line = lines.find(({ id }) => id === lineId);
    for (let batch = 0; batch < 30; batch += 1) {
      const all = Array.from({ length: 10 }, (_, index) =>
        receiveSmsInk(secret, { id: batch * 10 + index + 100, from, text: `Text ${index}` }),
      );
      await Promise.all(all.map((signed) => app.deliver(line ?? { webhookPath: '' }, signed)));
    }
    const ids = await eventually('all are listed', async () => {
      const { items } = await app.call('deliveries.list', { limit: 500 });
      return items.length === 301 && items.map(({ id }) => id);
    });
    const { fileId } = await app.call('deliveries.export', { ids: [...ids, ...ids], format: 'har' });
    const { log } = harSchema.parse(JSON.parse((await saved(app, fileId)).toString()));
    expect(log.entries.length).toBe(301);
    const times = log.entries.map(({ startedDateTime }) => startedDateTime);
    expect(times).toEqual(times.toSorted());
  });
});

describe('a folder of fixtures', () => {
  test('holds one file a delivery, and its script posts them to the receiver, which knows them already', async () => {
    const app = await testApp();
    const ink = await delivered(app, 'receivesms-ink');
    const spire = await delivered(app, 'cloudspire');
    const { fileId, name } = await app.call('deliveries.export', { ids: [spire.id, ink.id], format: 'fixtures', mask: false });
    expect(name).toMatch(/^texttray-deliveries-\d{4}-\d\d-\d\d\.zip$/);
    const { folder, names } = await unzipped(app, fileId);
    expect(names).toEqual(['README.md', 'deliveries/001-accepted.json', 'deliveries/002-accepted.json', 'replay.mjs']);

    const first = JSON.parse(await readFile(join(folder, 'deliveries/001-accepted.json'), 'utf8'));
    const original = await app.call('deliveries.get', { id: ink.id });
    expect(first).toMatchObject({
      provider: 'receivesms-ink',
      method: 'POST',
      path: ink.path,
      bodyBase64: original.bodyBase64,
      bodyText: original.bodyText,
      verdict: 'accepted',
      status: 204,
    });
    const second = await readFile(join(folder, 'deliveries/002-accepted.json'), 'utf8');
    expect(second).toContain('••••');
    expect(second).not.toContain('opensesame');

    // Both to the line of the first: the second is of another line, and refused there.
    const line = (await app.call('lines.list', {})).items.find(({ id }) => id === ink.lineId);
    const target = `${app.receiverUrl}${line?.webhookPath}`;
    const ran = await replay(folder, [target]);
    expect(ran).toEqual({
      code: 0,
      output: '001-accepted.json  204\n002-accepted.json  401  (recorded: 200)\n',
      errors: '',
    });
    expect(await replay(folder, [target, '--expect'])).toMatchObject({
      code: 1,
      errors: '1 of them got another status than the recorded one.\n',
    });
    const { items } = await app.call('deliveries.list', { lineId: ink.lineId });
    expect(items.map(({ verdict }) => verdict)).toEqual(['rejected', 'duplicate', 'rejected', 'duplicate', 'accepted']);
    const again = await app.call('deliveries.get', { id: items[1]?.id ?? '' });
    expect(again.bodyBase64).toBe(original.bodyBase64);
  });

  test('takes a secret from the environment, and passes where every status is the recorded one', async () => {
    const app = await testApp();
    const { id, lineId } = await delivered(app, 'cloudspire');
    const line = (await app.call('lines.list', {})).items.find((each) => each.id === lineId);
    const { fileId } = await app.call('deliveries.export', { ids: [id], format: 'fixtures', mask: false });
    const { folder } = await unzipped(app, fileId);
    const target = `${app.receiverUrl}${line?.webhookPath}`;
    const variables = { TEXTTRAY_AUTHORIZATION: 'Bearer opensesame' };
    expect(await replay(folder, [target, '--expect'], variables)).toEqual({ code: 0, output: '001-accepted.json  200\n', errors: '' });
    expect(await replay(folder, [target, '--expect'])).toMatchObject({ code: 1 });
  });

  test('sends headers and bytes as they were recorded', async () => {
    const app = await testApp();
    const { id } = await delivered(app, 'receivesms-ink');
    const { fileId } = await app.call('deliveries.export', { ids: [id], format: 'fixtures', mask: false });
    const { folder } = await unzipped(app, fileId);
    const server = await recordingServer();
    onTestFinished(() => server.close());
    expect((await replay(folder, [`${server.url}/elsewhere`, '--expect'])).code).toBe(0);
    const { headers, bodyText } = await app.call('deliveries.get', { id });
    expect(server.requests).toMatchObject([{ method: 'POST', path: '/elsewhere', body: bodyText }]);
    const sent = server.requests[0]?.raw.toString('latin1') ?? '';
    for (const [name, value] of headers) {
      if (!/^(host|connection|content-length|x-webhook-signature)$/i.test(name)) expect(sent).toContain(`\r\n${name}: ${value}\r\n`);
    }
  });

  test('says what to do when it is called wrongly, and when nobody is there', async () => {
    const app = await testApp();
    const { id } = await delivered(app, 'receivesms-ink');
    const { fileId } = await app.call('deliveries.export', { ids: [id], format: 'fixtures' });
    const { folder } = await unzipped(app, fileId);
    expect(await replay(folder, [])).toEqual({ code: 2, output: '', errors: 'Usage: node replay.mjs URL [--expect]\n' });
    expect(await replay(folder, [`http://127.0.0.1:${await freePort()}/`])).toMatchObject({
      code: 1,
      errors: expect.stringContaining('could not be asked: ECONNREFUSED'),
    });
  });

  test('that is masked parses as before: the same texts from invented people', async () => {
    const app = await testApp();
    const { id, path } = await delivered(app, 'mobile-api-connect');
    const { fileId } = await app.call('deliveries.export', { ids: [id], format: 'fixtures' });
    const { folder } = await unzipped(app, fileId);
    const text = await readFile(join(folder, 'deliveries/001-accepted.json'), 'utf8');
    for (const real of ['4155551234', '493817', path.slice('/hooks/'.length), 'x-mac-signature']) expect(text).not.toContain(real);
    const body = JSON.parse(JSON.parse(text).bodyText);
    expect(body).toMatchObject({
      event: 'message.received',
      from: expect.stringMatching(/^1202555\d{4}$/),
      text: expect.stringMatching(/^Your code is \d{6}$/),
    });
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toContain('invented');
  });
});
