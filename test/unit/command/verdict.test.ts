import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/command/sender.ts';
import { judge } from '../../../src/command/verdict.ts';
import { provider } from '../../support/providers.ts';

const answer = (status: number, headers: [string, string][] = [], body = ''): Outcome => ({
  kind: 'answer',
  status,
  headers,
  body: Buffer.from(body),
  isCut: false,
  tookMs: 1,
});
const cloudvno = provider('cloudvno');

describe('what an answer means', () => {
  test('is accepted for 2xx, with a word about a reply where there may be one', () => {
    expect(judge(answer(204), cloudvno, undefined)).toEqual({ kind: 'accepted', sentence: 'Accepted: 204.' });
    expect(judge(answer(200, [], '<Response/>'), cloudvno, undefined).sentence).toBe('Accepted: 200. The answer may hold a reply.');
  });

  test.each([
    [401, 'Is the secret right, and is --url (or --sign-url) exactly the URL the provider was given?'],
    [302, 'nothing is sent on to another address'],
    [400, 'did not take the request as it is'],
    [404, 'Nothing is at this address'],
    [405, 'takes no POST'],
    [413, 'larger than the receiver takes'],
    [500, 'trouble of its own'],
    [502, 'is the tunnel up'],
  ])('is refused for %i, and why that may be', (status, sentence) => {
    const { kind, sentence: said } = judge(answer(status), cloudvno, undefined);
    expect([kind, said]).toEqual(['refused', expect.stringContaining(sentence)]);
    expect(said).toMatch(new RegExp(`^Refused: ${status}\\. `));
  });

  test('asks about the URL only where it is signed, and about the header where nothing is', () => {
    expect(judge(answer(401), provider('receivesms-ink'), undefined).sentence).toMatch(/Is the secret right\?$/);
    expect(judge(answer(403), provider('cloudspire'), undefined).sentence).toContain('the Authorization header');
  });

  test('says how long to wait where the receiver does, in whole seconds', () => {
    expect(judge(answer(429, [['Retry-After', '7']]), cloudvno, undefined).sentence).toMatch(/ It asks to wait 7 s\.$/);
    expect(judge(answer(503, [['retry-after', 'a\x1b[2J']]), cloudvno, undefined).sentence).not.toContain('wait');
  });

  test('is right when it is the status that was expected, and only then', () => {
    expect(judge(answer(401), cloudvno, 401)).toEqual({ kind: 'accepted', sentence: '401, as expected.' });
    expect(judge(answer(200), cloudvno, 401)).toEqual({ kind: 'refused', sentence: '200 instead of the expected 401.' });
    expect(judge(answer(404), cloudvno, 401).sentence).toMatch(/^404 instead of the expected 401\. Nothing is at this address\./);
    expect(judge({ kind: 'no-answer', reason: 'Gone.', tookMs: 1 }, cloudvno, 401)).toEqual({
      kind: 'no-answer',
      sentence: 'No answer. Gone.',
    });
  });
});
