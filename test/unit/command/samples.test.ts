import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../../src/command/arguments.ts';
import { createComposer } from '../../../src/command/compose.ts';
import { type SampleName, sampleNames } from '../../../src/command/samples.ts';
import type { WebhookRequest } from '../../../src/core/ports.ts';
import { type ProviderName, providerNameSchema } from '../../../src/domain/line.ts';
import { sampleTexts } from '../../../src/domain/sample-texts.ts';
import { provider } from '../../support/providers.ts';

const url = 'https://texts.example.org/hooks/a';
const secret = 'Bearer a secret of some length';

/** What the provider's own code makes of each request of a sample. */
function judged(name: ProviderName, sample: SampleName, ...words: string[]) {
  const parsed = parseArguments(['send', '--provider', name, '--url', url, '--sample', sample, ...words], {});
  if (!parsed.ok) throw new Error(parsed.error);
  if (parsed.value.kind !== 'send') throw new Error(parsed.value.kind);
  const it = provider(name);
  const random = { token: (bytes: number) => Buffer.alloc(bytes, 7).toString('base64url'), fraction: () => 0.5 };
  const now = () => Date.parse('2026-03-06T10:00:00.000Z');
  const made = createComposer({ provider: it, options: parsed.value.options, secret, ownBody: undefined, random, now, userAgent: 'x' })();
  if (!made.ok) return made.error;
  return made.value.requests.map(({ headers, body }) => {
    const request: WebhookRequest = {
      method: 'POST',
      path: '/hooks/a',
      headers,
      body,
      source: '127.0.0.1',
      arrivedAt: new Date(now()).toISOString(),
    };
    const verified = it.verify(request, { credentials: { [it.wire.credential]: secret }, urls: [url] });
    if (!verified.ok) return verified.reason;
    const understood = it.parse(request);
    return understood.kind === 'text' ? understood.text : understood.kind === 'status' ? 'status' : understood.reason;
  });
}

/** What becomes of a sample where it is not the same for all providers. */
const differently: Readonly<Partial<Record<ProviderName, Partial<Record<SampleName, unknown>>>>> = {
  cloudvno: { 'empty-body': ['fields-missing'], stale: 'CloudVNO does not say when a text was sent, so none of its texts can be stale.' },
  cloudspire: { 'bad-signature': ['authorization-wrong'], 'missing-header': ['authorization-missing'] },
};

const text = { from: '+12025550142' };
const withoutMedia = expect.stringMatching(/^Texts of .* have no attachments\.$/);

describe.each(providerNameSchema.options)('the samples of %s', (name) => {
  const hasMedia = name === 'cloudvno' || name === 'cloudspire';
  const usual: Readonly<Record<SampleName, unknown>> = {
    text: [text],
    'bad-signature': ['signature-wrong'],
    'missing-header': ['signature-missing'],
    stale: [{ ...text, providerAt: '2026-03-05T10:00:00.000Z' }],
    duplicate: [text, text],
    'reordered-burst': [text, text, text, text, text],
    'ten-segments': [{ ...text, body: sampleTexts['ten-segments'] }],
    emoji: [{ ...text, body: sampleTexts.emoji }],
    'right-to-left': [{ ...text, body: sampleTexts['right-to-left'] }],
    'empty-body': ['body-unreadable'],
    'three-attachments': hasMedia ? [{ ...text, mediaUrls: { length: 3 } }] : withoutMedia,
    'media-missing': hasMedia ? [{ ...text, mediaUrls: [expect.stringMatching(/^https:\/\/texts\.example\.org\//)] }] : withoutMedia,
    'body-1-mib': [{ ...text, body: expect.stringMatching(/^x{1048000,}$/) }],
    'unknown-event': ['event-unknown'],
  };

  test.each(sampleNames)('%s is what it should be to the provider’s own code', (sample) => {
    const wanted = differently[name]?.[sample] ?? usual[sample];
    expect({ made: judged(name, sample) }).toMatchObject({ made: wanted });
  });

  test('are known as the same text when they are, and apart when they are not', () => {
    const keys = (sample: SampleName) => {
      const made = judged(name, sample, '--text', 'Hi');
      if (typeof made === 'string') throw new Error(made);
      return made.map((text) => (typeof text === 'string' ? text : text.key));
    };
    expect(new Set(keys('duplicate')).size).toBe(1);
    expect(new Set(keys('reordered-burst')).size).toBe(5);
  });
});
