import { describe, expect, test } from 'vitest';
import { hintFor } from '../../../../renderer/lab/body-hint.ts';
import { draftOf, isMasked, movedHeader, newHeader, requestsOf, withChange } from '../../../../renderer/lab/draft.ts';
import { isAsExpected, outcomesOf } from '../../../../renderer/lab/expectations.ts';
import type { LabExpectation, LabRequest, LabResult } from '../../../../src/contract/lab.ts';

const accepted: LabExpectation = { status: 204, verdict: 'accepted' };
const duplicate: LabExpectation = { status: 204, verdict: 'duplicate' };
const result = (expectation: LabExpectation): LabResult => ({ ...expectation, tookMs: 1 });

describe('what was expected', () => {
  const kinds = (expected: LabExpectation[], results: LabExpectation[], together = false) =>
    outcomesOf({ expected, together, results: results.map(result) }).map(({ kind }) => kind);

  test('is compared one by one, in order', () => {
    expect(kinds([accepted, duplicate], [accepted, duplicate])).toEqual(['as-expected', 'as-expected']);
    expect(kinds([accepted, duplicate], [duplicate, accepted])).toEqual(['otherwise', 'otherwise']);
    expect(kinds([accepted], [{ status: 200, verdict: 'accepted' }])).toEqual(['otherwise']);
  });

  test('may come in any order of what went out together', () => {
    expect(kinds([accepted, duplicate], [duplicate, accepted], true)).toEqual(['as-expected', 'as-expected']);
    expect(kinds([accepted, duplicate], [accepted, accepted], true)).toEqual(['as-expected', 'otherwise']);
  });

  test('is open where nothing was known', () => {
    expect(kinds([], [accepted])).toEqual(['open']);
    expect(isAsExpected({ expected: [], together: false, results: [result(accepted)] })).toBeUndefined();
    expect(isAsExpected({ expected: [accepted], together: false, results: [result(duplicate)] })).toBe(false);
    expect(isAsExpected({ expected: [accepted], together: false, results: [result(accepted)] })).toBe(true);
  });
});

describe('a request that is edited', () => {
  const request: LabRequest = {
    headers: [
      ['A', '1'],
      ['B', '••••'],
    ],
    body: { kind: 'text', text: '' },
    sign: 'line',
    deliveryId: 'd',
  };
  const draft = draftOf({ requests: [request], expected: [accepted], together: false, mutations: [] }, {});

  test('untouched, it is sent as it came', () => {
    expect(requestsOf(draft)).toEqual([request]);
  });

  test('rows that nothing was typed into are left out', () => {
    const headers = [...(draft.requests[0]?.headers ?? []), newHeader()];
    expect(requestsOf(withChange(draft, 0, { headers }))).toEqual([request]);
  });

  test('headers move by one place and no farther', () => {
    const [one, other] = draft.requests[0]?.headers ?? [];
    if (!one || !other) throw new Error('There are two headers.');
    expect(movedHeader([one, other], one.id, 1)).toEqual([other, one]);
    expect(movedHeader([one, other], one.id, -1)).toBeUndefined();
    expect(movedHeader([one, other], other.id, 1)).toBeUndefined();
    expect(movedHeader([one, other], -1, 1)).toBeUndefined();
  });

  test('a masked value is known by its mark', () => {
    expect([isMasked('••••'), isMasked('sha256=••••'), isMasked('sha256=af')]).toEqual([true, true, false]);
  });
});

describe('what is said of a body', () => {
  test('goes by its content type and its beginning', () => {
    expect(hintFor('', 'application/json')).toEqual({ kind: 'empty' });
    expect(hintFor('{"a":1}', '')).toEqual({ kind: 'json' });
    expect(hintFor('a=1&b=2', 'application/x-www-form-urlencoded; charset=utf-8')).toEqual({ kind: 'form', pairs: 2 });
    expect(hintFor('hello', 'text/plain')).toEqual({ kind: 'text' });
  });

  test('names the place where JSON goes wrong as people count', () => {
    expect(hintFor('{\n  "a": 1,\n  b: 2\n}', 'application/json')).toEqual({ kind: 'not-json', line: 3, column: 3, expected: 'key' });
    expect(hintFor('hello', 'application/json')).toEqual({ kind: 'not-json', line: 1, column: 1, expected: 'value' });
  });
});
