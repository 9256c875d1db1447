import { describe, expect, test } from 'vitest';
import { doctor as german } from '../../../../renderer/texts/de/later/doctor.ts';
import { doctor as english } from '../../../../renderer/texts/en/later/doctor.ts';
import type { Finding } from '../../../../src/contract/diagnosis.ts';
import { mistakeCodeSchema } from '../../../../src/contract/diagnosis.ts';
import { aLine } from '../builders.ts';

const { factsOf, sentencesOf } = await import('../../../../renderer/doctor/facts.ts');

const line = aLine('l', { webhookUrl: 'https://texts.example.com/hooks/abc' });
const about = { line, lines: [line, aLine('other', { label: 'Home' })], provider: undefined, providers: [] };
const finding = (more: Partial<Finding> = {}): Finding => ({ mistakes: ['url-scheme'], side: 'provider', ...more });

describe('a finding in words', () => {
  test('names both schemes', () => {
    const facts = factsOf(finding({ url: 'http://texts.example.com/hooks/abc' }), about);
    expect(english.mistakes['url-scheme'].cause({ ...facts, provider: 'CloudVNO' })).toBe(
      'CloudVNO signed for an address with http://, but the line’s begins with https://.',
    );
  });

  test('names the other line by its label, and the host that was signed for', () => {
    const facts = factsOf(finding({ lineId: 'other', url: 'https://old.example.net:8443/x' }), about);
    expect(english.mistakes['secret-of-line'].cause(facts)).toContain('“Home”');
    expect(english.mistakes['url-host'].cause(facts)).toContain('old.example.net:8443');
  });

  test.each([
    ['English', english],
    ['German', german],
  ])('is a whole sentence for every mistake in %s, also when nothing more is known', (_language, words) => {
    const facts = factsOf(finding(), { line: undefined, lines: [], provider: undefined, providers: [] });
    for (const code of mistakeCodeSchema.options) {
      const { cause, remedy } = sentencesOf(code, facts, words.mistakes);
      for (const sentence of [cause, remedy]) {
        expect(sentence).toMatch(/^\p{Lu}.+[.?]$/su);
        expect(sentence).not.toMatch(/undefined|null|\[object/);
      }
      expect(words.mistakes[code].title).not.toMatch(/[.?]$/);
    }
  });

  test.each([english, german])('has another title and another sentence for each mistake', (words) => {
    const facts = factsOf(finding(), about);
    const all = Object.values(words.mistakes);
    expect(new Set(all.map(({ title }) => title)).size).toBe(all.length);
    expect(new Set(all.map(({ cause }) => cause(facts))).size).toBe(all.length);
  });

  test('shows what came with the request without anything invisible', () => {
    const facts = factsOf(finding({ header: 'X-\u202eevil\u0007', url: 'https://a\u200b\u202eb.example/' }), about);
    expect(facts.header).toBe('X-evil');
    expect(facts.signedHost).toBe('ab.example');
  });
});
