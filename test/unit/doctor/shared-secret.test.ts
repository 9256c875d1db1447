import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { MistakeCode } from '../../../src/contract/diagnosis.ts';
import type { Credentials, Evidence, OtherLine } from '../../../src/core/ports.ts';
import { arrivedAt, diagnose, examine, isValid, named, path, url } from './cases.ts';

const kept = 'Bearer k9-Very_Long+Secret/Value==';
const bare = kept.slice('Bearer '.length);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

type Changes = { readonly credentials?: Credentials; readonly others?: readonly OtherLine[] };

function evidence(headers: readonly (readonly [string, string])[], changes: Changes = {}): Evidence {
  return {
    request: {
      method: 'POST',
      path,
      headers: [['Host', 'texts.example.org'], ['Content-Type', 'application/json'], ...headers],
      body: Buffer.from('{"event":"sms.inbound","from":"+12025550143","to":"+12025550100","text":"hi","timestamp":"2026-03-01T12:00:00Z"}'),
      source: '203.0.113.5',
      arrivedAt,
    },
    provider: named('cloudspire'),
    credentials: { authHeader: kept, secret: 'the webhook secret for sending' },
    number: '+12025550100',
    webhookPath: path,
    urls: [url],
    formerBases: [],
    others: [],
    deliveries: [],
    ...changes,
  };
}

const otherLine: OtherLine = {
  id: 'l_2',
  provider: named('cloudspire'),
  credentials: { authHeader: 'Bearer the one of the other line' },
  number: '+12025557777',
  webhookPath: '/hooks/2222222222222222222222',
};

type Case = readonly [what: string, codes: readonly MistakeCode[], Evidence];

const cases = (): readonly Case[] => [
  ['signed with it', ['scheme-other'], signed(kept)],
  ['signed with the secret for sending', ['scheme-other', 'secret-of-field'], signed('the webhook secret for sending')],
  ['no header', ['header-missing'], evidence([])],
  ['without Bearer', ['form-prefix'], evidence([['Authorization', bare]])],
  ['Basic instead of Bearer', ['form-prefix'], evidence([['Authorization', `Basic ${bare}`]])],
  ['bearer in lower case', ['form-prefix'], evidence([['Authorization', `bearer ${bare}`]])],
  ['as base64', ['secret-base64'], evidence([['Authorization', `Basic ${base64(bare)}`]])],
  ['as the password of a user', ['secret-base64'], evidence([['Authorization', `Basic ${base64(`somebody:${bare}`)}`]])],
  ['in quotation marks', ['secret-quoted'], evidence([['Authorization', `"${kept}"`]])],
  ['in another case', ['secret-case'], evidence([['Authorization', kept.toLowerCase()]])],
  ['cut off', ['header-altered'], evidence([['Authorization', kept.slice(0, 25)]])],
  [
    'twice',
    ['header-repeated'],
    evidence([
      ['Authorization', kept],
      ['Authorization', kept],
    ]),
  ],
  ['in another header', ['header-other'], evidence([['X-Api-Key', kept]])],
  ['in another header, without Bearer', ['form-prefix', 'header-other'], evidence([['X-Api-Key', bare]])],
  ['the secret for sending', ['secret-of-field'], evidence([['Authorization', 'the webhook secret for sending']])],
  [
    'the secret of another line',
    ['secret-of-line'],
    evidence([['Authorization', 'Bearer the one of the other line']], { others: [otherLine] }),
  ],
  [
    'kept without its blanks inside',
    ['secret-blanks'],
    evidence([['Authorization', 'Bearer abcdefghij']], { credentials: { authHeader: 'Bearer abcde fghij' } }),
  ],
];

/** Signed by a sender that does not know that nothing is signed here. */
function signed(secret: string): Evidence {
  const { body } = evidence([]).request;
  return evidence([['X-Hub-Signature-256', `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`]]);
}

describe('a header that is a secret itself', () => {
  test('is valid as it is', async () => {
    expect(isValid(evidence([['Authorization', kept]]))).toBe(true);
    expect(await diagnose(evidence([['Authorization', kept]]))).toMatchObject({ outcome: 'valid-now' });
  });

  test.each(cases())('%s', async (_, codes, made) => {
    expect(isValid(made)).toBe(false);
    const { outcome, findings } = await diagnose(made);
    expect(outcome).toBe('explained');
    expect([...(findings[0]?.mistakes ?? [])].sort()).toEqual(codes);
  });

  test('is kept the way it is sent, when that is asked for', async () => {
    const { diagnosis, remedies } = await examine(evidence([['Authorization', bare]]));
    expect(diagnosis.findings[0]).toMatchObject({ side: 'here', fix: { kind: 'correct-secret' } });
    expect(remedies[0]?.credentials).toEqual({ authHeader: bare, secret: 'the webhook secret for sending' });
  });

  test('says that it cannot know when the record has only dots', async () => {
    expect(await diagnose(evidence([['Authorization', '•'.repeat(12)]]))).toMatchObject({ outcome: 'not-kept', findings: [] });
  });

  test('is not looked for where none is set: the path is the secret then', async () => {
    expect(await diagnose(evidence([], { credentials: {} }))).toMatchObject({ outcome: 'valid-now' });
  });

  test.each([
    ['another secret', 'Bearer k9-Very_Long+Secret/Valuf=='],
    ['too short a part of it', kept.slice(0, 12)],
    ['its end', kept.slice(12)],
    ['its scheme', 'Bearer'],
  ])('%s explains nothing', async (_, value) => {
    expect(await diagnose(evidence([['Authorization', value]]))).toMatchObject({ outcome: 'unexplained', findings: [] });
  });

  test('never is in what is told', async () => {
    for (const [, , made] of cases()) {
      const told = JSON.stringify(await diagnose(made));
      for (const secret of [bare, 'the webhook secret', 'the one of the other', 'abcde', base64(bare)]) expect(told).not.toContain(secret);
    }
  });
});
