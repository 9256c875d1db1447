import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDeliveries, nothingDiffers } from '../../../../renderer/compare/comparison.ts';
import { aroundSpan, beginning } from '../../../../renderer/compare/excerpt.ts';
import { pathOf } from '../../../../renderer/compare/paths.ts';
import type { DeliveryView } from '../../../../src/contract/views.ts';
import { compareJson } from '../../../../src/domain/compare/json.ts';
import { differs } from '../../../../src/domain/compare/row.ts';
import { differingSpan } from '../../../../src/domain/compare/span.ts';
import { parseJson } from '../../../../src/domain/json-tree.ts';

function delivery(body: string, headers: [string, string][]): DeliveryView {
  const bytes = Buffer.from(body);
  return {
    id: 'd',
    lineId: 'l',
    receivedAt: '2026-03-01T12:00:00.000Z',
    method: 'POST',
    path: '/hooks/x',
    headers,
    bytes: bytes.length,
    source: '127.0.0.1',
    verdict: 'accepted',
    status: 204,
    timings: { verified: 1, answered: 2 },
    bodyText: body,
    bodyBase64: bytes.toString('base64'),
  };
}

describe('two deliveries', () => {
  test('that are the same differ in nothing, masked values aside', () => {
    const one = delivery('{"a":"ä"}', [['X-Signature', '••••']]);
    expect(nothingDiffers(compareDeliveries(one, one))).toBe(true);
    expect(nothingDiffers(compareDeliveries(one, delivery('{"a": "ä"}', one.headers)))).toBe(false);
    expect(nothingDiffers(compareDeliveries(one, delivery('{"a":"ä"}', [['x-signature', '••••']])))).toBe(false);
    expect(nothingDiffers(compareDeliveries(one, delivery('{"a":"ä"}', [])))).toBe(false);
  });

  test('are compared as forms where both say so', () => {
    const headers: [string, string][] = [['content-type', 'application/x-www-form-urlencoded']];
    expect(compareDeliveries(delivery('a=1', headers), delivery('a=2', headers)).body.kind).toBe('form');
    expect(compareDeliveries(delivery('a=1', headers), delivery('a=2', [])).body.kind).toBe('text');
  });
});

describe('the path of a row', () => {
  const pathsIn = (one: string, other: string): readonly string[] => {
    const mine = parseJson(one);
    const theirs = parseJson(other);
    if (!mine.ok || !theirs.ok) throw new Error('Both are JSON.');
    const rows = compareJson(mine.value, theirs.value);
    return rows.filter(differs).map((row) => pathOf(rows, row));
  };

  test('leads through objects and arrays', () => {
    expect(pathsIn('{"media":[{"url":"a"}]}', '{"media":[{"url":"b"}]}')).toEqual(['media[0].url']);
    expect(pathsIn('[1,[2]]', '[0,1,[3]]')).toEqual(['[0]', '[1 → 2][0]']);
    expect(pathsIn('1', '2')).toEqual(['']);
  });

  test('of a very deep one only the end is written', () => {
    const deep = (inner: string) => `${'{"a":'.repeat(10_000)}${inner}${'}'.repeat(10_000)}`;
    expect(pathsIn(deep('1'), deep('2'))).toEqual(['… a.a.a.a.a.a.a.a']);
  });
});

describe('an excerpt', () => {
  test('of a short value is all of it', () => {
    const text = fc.string({ maxLength: 60, unit: 'grapheme' });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const span = differingSpan(one, other);
        const { before, marked, after } = aroundSpan(one, span, span.endOne);
        expect(before + marked + after).toBe(one);
        expect(beginning(one).before).toBe(one);
      }),
    );
  });

  test('of a long one shows what differs, and is short', () => {
    const one = `${'x'.repeat(100_000)}A${'y'.repeat(100_000)}`;
    const span = differingSpan(one, one.replace('A', 'B'));
    const { before, marked, after } = aroundSpan(one, span, span.endOne);
    expect([marked, before.startsWith('…x'), after.endsWith('y…')]).toEqual(['A', true, true]);
    expect(before.length + after.length).toBeLessThan(300);
    expect(beginning(one).before.length).toBeLessThan(700);
  });
});
