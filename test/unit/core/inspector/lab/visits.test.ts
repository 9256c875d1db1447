import { expect, test } from 'vitest';
import { systemRandom } from '../../../../../src/app/system.ts';
import { createLabVisits } from '../../../../../src/core/inspector/lab/visits.ts';
import type { Decision, Passage, Recorder } from '../../../../../src/core/recorder.ts';
import { webhookRequest } from '../../../../support/webhook-request.ts';

const { path } = webhookRequest('');

function sent(header: readonly [string, string]) {
  const request = webhookRequest('{}', { 'Content-Type': 'application/json' });
  return { ...request, headers: [...request.headers, header] };
}

function recorder() {
  const recorded: { passage: Passage; decision: Decision }[] = [];
  const note = (passage: Passage, decision: Decision): void => void recorded.push({ passage, decision });
  const inner: Recorder = {
    begin: (request, lineId, { recordRefusal = true, origin } = {}) => ({
      deliveryId: `d_${recorded.length}`,
      request,
      lineId,
      startedAt: 0,
      recordRefusal,
      ...(origin && { origin }),
    }),
    record: note,
    recordDurably: async (passage, decision) => note(passage, decision),
    notified: () => undefined,
    flush: () => undefined,
  };
  return { inner, recorded };
}

test('an announced request is known by its token, once, at its own path, and loses the token on the way in', () => {
  const visits = createLabVisits({ random: systemRandom });
  const { header } = visits.expect(path);
  const request = sent([header[0].toLowerCase(), header[1]]);
  expect(visits.isExpected({ ...request, path: '/hooks/somewhere-else' })).toBe(false);
  expect(visits.admit({ ...request, path: '/hooks/somewhere-else' })).toBeUndefined();
  expect(visits.isExpected(request)).toBe(true);
  const own = visits.admit(request);
  expect(own?.headers).toEqual([['Content-Type', 'application/json']]);
  expect(own !== undefined && visits.isVisit(own)).toBe(true);
  expect(visits.isVisit(request)).toBe(false);
  expect(visits.isExpected(request)).toBe(false);
  expect(visits.admit(request)).toBeUndefined();
});

test('a token counts no more when its run is over', () => {
  const visits = createLabVisits({ random: systemRandom });
  const visit = visits.expect(path);
  visit.end();
  expect(visits.isExpected(sent(visit.header))).toBe(false);
});

test('a header that somebody makes up is a header like any other, while a run is under way too', () => {
  const visits = createLabVisits({ random: systemRandom });
  const { header } = visits.expect(path);
  for (const value of ['', header[1].slice(1), `${header[1]}x`, 'constructor', '__proto__']) {
    expect(visits.admit(sent([header[0], value]))).toBeUndefined();
  }
});

test('what was decided is told to the one whose request it was, and marked in the record', async () => {
  const visits = createLabVisits({ random: systemRandom });
  const { inner, recorded } = recorder();
  const watched = visits.watch(inner);
  const [one, other] = [visits.expect(path), visits.expect(path)];
  const own = visits.admit(sent(one.header));
  if (own === undefined) throw new Error('It was not admitted.');
  expect(one.judgement()).toBeUndefined();
  watched.record(watched.begin(own, 'l_1'), { verdict: 'rejected', reason: 'signature-wrong', status: 401 });
  expect(one.judgement()).toMatchObject({ deliveryId: 'd_0', verdict: 'rejected', reason: 'signature-wrong' });
  expect(other.judgement()).toBeUndefined();
  const anybody = webhookRequest('{}');
  await watched.recordDurably(watched.begin(anybody, 'l_1'), { verdict: 'not-understood', status: 204 });
  expect(recorded.map(({ passage }) => passage.origin)).toEqual(['lab', undefined]);
});
