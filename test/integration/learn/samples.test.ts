import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SampleLanguage, samples } from '../../../renderer/learn/samples.ts';
import type { ProviderName } from '../../../src/domain/line.ts';
import { provider } from '../../support/providers.ts';
import { pythonInstalled, runPython } from '../../support/python.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type Case = { readonly secret: string; readonly signature: string; readonly url?: string; readonly bodyBase64?: string };

const url = 'https://texts.example.com/hooks/abc?x=1&y=ä';
const secrets: Readonly<Record<string, string>> = {
  cloudvno: 'auth_token_42',
  'receivesms-ink': 'geheim ü',
  'mobile-api-connect': 'whsec_c2VjcmV0LXNlY3JldC1zZWNyZXQ=',
  cloudspire: 'Bearer abcdef',
};
const names = Object.keys(secrets) as ProviderName[];

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const bodies = ["(it's) *~! & 100% = +äöü 😀\r\n", '', ...fc.sample(text, 60)];

/** What the provider would send, in the arguments its sample code takes. */
function signedCases(name: ProviderName): Case[] {
  const { wire } = provider(name);
  const secret = secrets[name] ?? '';
  return bodies.map((body, id) => {
    const sent = wire.sample({ id, from: '+12025550143', to: '+12025550100', body, mediaUrls: [], at: '2026-03-01T12:00:00.000Z' });
    const [, signature] = wire.sign({ body: sent, url, credentials: { [wire.credential]: secret } }) ?? ['', ''];
    const covered = wire.scheme === 'static' ? {} : { bodyBase64: Buffer.from(sent).toString('base64') };
    return { secret, signature, ...(wire.coversUrl && { url }), ...covered };
  });
}

const changed = (text: string): string => (text.startsWith('x') ? `y${text.slice(1)}` : `x${text.slice(1)}`);
const otherBody = ({ bodyBase64 = '' }: Case): string =>
  Buffer.concat([Buffer.from(bodyBase64, 'base64'), Buffer.from('&')]).toString('base64');

/** The same with one thing changed each time. */
const forged = (given: Case): Case[] => [
  { ...given, secret: changed(given.secret) },
  { ...given, signature: changed(given.signature) },
  { ...given, signature: '' },
  { ...given, signature: 'ä' },
  ...(given.url === undefined ? [] : [{ ...given, url: changed(given.url) }]),
  // A form with nothing added to it says the same: JSON does not.
  ...(given.bodyBase64 === undefined || given.url !== undefined ? [] : [{ ...given, bodyBase64: otherBody(given) }]),
];

type Judge = (cases: readonly Case[]) => Promise<boolean[]>;

const judges: Record<SampleLanguage, (name: ProviderName) => Promise<Judge>> = {
  async node(name) {
    const file = join(await temporaryFolder(), 'sample.mjs');
    await writeFile(file, samples[name]?.node ?? '');
    const { isAuthentic } = (await import(pathToFileURL(file).href)) as { isAuthentic(...given: unknown[]): boolean };
    return async (cases) => cases.map((given) => isAuthentic(...argumentsOf(given)));
  },
  async python(name) {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'sample.py'), samples[name]?.python ?? '');
    const script = join(folder, 'run.py');
    await writeFile(
      script,
      `import base64, json, sys
from sample import is_authentic

def arguments(case):
    given = [case["secret"], case["signature"]]
    if "url" in case:
        given.append(case["url"])
    if "bodyBase64" in case:
        given.append(base64.b64decode(case["bodyBase64"]))
    return given

print(json.dumps([is_authentic(*arguments(case)) for case in json.load(sys.stdin)]))
`,
    );
    return async (cases) => JSON.parse(runPython(script, JSON.stringify(cases)));
  },
};

function argumentsOf({ secret, signature, url: given, bodyBase64 }: Case): unknown[] {
  return [
    secret,
    signature,
    ...(given === undefined ? [] : [given]),
    ...(bodyBase64 === undefined ? [] : [Buffer.from(bodyBase64, 'base64')]),
  ];
}

for (const language of ['node', 'python'] as const) {
  describe.skipIf(language === 'python' && !pythonInstalled)(`the code to copy, in ${language},`, () => {
    test.each(names)('takes what %s sends, and nothing else', async (name) => {
      const judge = await judges[language](name);
      const cases = signedCases(name);
      expect(await judge(cases)).toEqual(cases.map(() => true));
      const forgeries = cases.flatMap(forged);
      expect(forgeries.length).toBeGreaterThan(200);
      expect(await judge(forgeries)).toEqual(forgeries.map(() => false));
    });
  });
}

test('there is code for every provider but the practice phone', () => {
  expect(names.sort()).toEqual(
    Object.entries(samples)
      .filter(([, code]) => code !== undefined)
      .map(([name]) => name)
      .sort(),
  );
});
