import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/core/ports.ts';
import { diagnose, evidenceOf, type Kind, kinds, named, path, url } from './cases.ts';

/** How many forgeries of each provider: 1,000 with those of the static header. */
const count = 200;

/** Bytes that are the same in every run. */
function seeded(seed: string): { bytes(length: number): Buffer; below(limit: number): number } {
  let counter = 0;
  const block = (): Buffer => createHash('sha256').update(`${seed} ${counter++}`).digest();
  return {
    bytes(length) {
      const parts: Buffer[] = [];
      for (let size = 0; size < length; size += 32) parts.push(block());
      return Buffer.concat(parts).subarray(0, length);
    },
    below: (limit) => block().readUInt32BE(0) % limit,
  };
}
type Dice = ReturnType<typeof seeded>;

const texts = ['hi', 'Grüße / <b> & 1+1', '😀 \r\n two lines', '', '"quoted" \\ back', 'مرحبا', '0'.repeat(2_000)];

function bodyOf(dice: Dice): Buffer {
  const text = texts[dice.below(texts.length)] ?? '';
  const number = `+1202555${String(dice.below(10_000)).padStart(4, '0')}`;
  switch (dice.below(9)) {
    case 0:
      return Buffer.alloc(0);
    case 1:
      return dice.bytes(dice.below(600));
    case 2:
      return Buffer.from(
        `From=${encodeURIComponent(number)}&Body=${encodeURIComponent(text)}&MessageSid=SM${dice.below(1_000_000)}&To=%2B12025550100`,
      );
    case 3:
      return Buffer.from(
        JSON.stringify({ event: 'sms.received', data: { from: number, body: text, messageId: dice.below(100) } }, null, dice.below(5)),
      );
    case 4:
      return Buffer.from('{}');
    case 5:
      return Buffer.from(text);
    case 6:
      return Buffer.from(`\ufeff${JSON.stringify([text, number, null, 1.5])}\n`);
    case 7:
      return Buffer.from(text, 'latin1');
    default:
      return Buffer.from(JSON.stringify({ b: { z: [text], a: 1 }, a: number }));
  }
}

/** A header of the right form that somebody without the secret can make. */
function signatureOf(dice: Dice, body: Buffer, prefix: string): string {
  const key = dice.bytes(1 + dice.below(40));
  const digest =
    dice.below(2) === 0
      ? dice.bytes(32)
      : createHmac('sha256', key)
          .update(Buffer.concat([dice.below(2) === 0 ? Buffer.from(url) : Buffer.alloc(0), body]))
          .digest();
  const forms = [
    digest.toString('hex'),
    digest.toString('hex'),
    digest.toString('hex').toUpperCase(),
    digest.toString('base64'),
    digest.toString('hex').slice(0, 40),
  ];
  return prefix + (forms[dice.below(forms.length)] ?? '');
}

const others: Evidence['others'] = [
  {
    id: 'l_2',
    provider: named('cloudvno'),
    credentials: { authToken: 'another', apiKey: '' },
    number: '+12025557777',
    webhookPath: '/hooks/2222222222222222222222',
  },
  {
    id: 'l_3',
    provider: named('practice'),
    credentials: { secret: 'x'.repeat(32) },
    number: '1',
    webhookPath: '/hooks/3333333333333333333333',
  },
];

function forged(kind: Kind, index: number): Evidence {
  const dice = seeded(`${kind.name} ${index}`);
  const body = bodyOf(dice);
  const value = signatureOf(dice, body, kind.prefix);
  const more: (readonly [string, string])[] = dice.below(3) === 0 ? [['X-Hub-Signature-256', signatureOf(dice, body, 'sha256=')]] : [];
  if (dice.below(4) === 0)
    more.push(['X-Request-Timestamp', '1772366400'], ['Stripe-Signature', `t=1772366400,v1=${dice.bytes(32).toString('hex')}`]);
  if (dice.below(10) === 0) more.push([kind.header, value]);
  return evidenceOf(kind, {
    body,
    signature: dice.below(12) === 0 ? null : value,
    headers: more,
    others,
    deliveries: [{ id: 'd_1', body: kind.body }],
    formerBases: ['https://gone.lhr.life'],
    ...(dice.below(3) === 0 && { query: '?a=1&b=2' }),
  });
}

/** True without any computing. */
const facts = new Set(['header-missing', 'header-repeated']);

describe('a forged delivery', () => {
  test.each(kinds)(
    `of $name is never explained by a mistake nobody made: ${count} of them`,
    async (kind) => {
      const said = new Map<string, number>();
      for (let index = 0; index < count; index += 1) {
        const { outcome, findings } = await diagnose(forged(kind, index));
        expect(['explained', 'unexplained']).toContain(outcome);
        expect(outcome === 'explained').toBe(findings.length > 0);
        for (const mistake of findings.flatMap(({ mistakes }) => mistakes)) said.set(mistake, (said.get(mistake) ?? 0) + 1);
      }
      expect([...said.keys()].filter((mistake) => !facts.has(mistake))).toEqual([]);
      expect(said.get('header-missing')).toBeGreaterThan(0);
    },
    120_000,
  );

  test(`of CloudSpire is never explained either: ${count} of them`, async () => {
    for (let index = 0; index < count; index += 1) {
      const dice = seeded(`cloudspire ${index}`);
      const words = ['Bearer ', 'Basic ', '', 'Token '];
      const value = `${words[dice.below(4)]}${dice.bytes(1 + dice.below(40)).toString(dice.below(2) === 0 ? 'base64' : 'hex')}`;
      const evidence: Evidence = {
        ...evidenceOf(kinds[1] as Kind, {
          body: bodyOf(dice),
          signature: null,
          headers: [[dice.below(5) === 0 ? 'X-Api-Key' : 'Authorization', value]],
          others,
        }),
        provider: named('cloudspire'),
        credentials: { authHeader: 'Bearer k9-Very_Long+Secret/Value==', secret: 'another one' },
        webhookPath: path,
      };
      const { findings } = await diagnose(evidence);
      expect(findings.flatMap(({ mistakes }) => mistakes).filter((mistake) => !facts.has(mistake))).toEqual([]);
    }
  }, 120_000);
});
