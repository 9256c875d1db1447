import { describe, expect, test } from 'vitest';
import { createLab, isWaiting } from '../../../../renderer/lab/lab-store.ts';
import { createLabActions } from '../../../../renderer/state/lab.ts';
import type { LabDraft, LabRequest, LabResult } from '../../../../src/contract/lab.ts';
import type { MethodInput } from '../../../../src/contract/methods.ts';
import { fakeCore } from '../fake-core.ts';

const request: LabRequest = { headers: [['Host', 'localhost']], body: { kind: 'text', text: '{}' }, sign: 'line' };
const accepted: LabResult = { status: 204, verdict: 'accepted', tookMs: 1 };
const refused: LabResult = { status: 401, verdict: 'rejected', tookMs: 1 };

type Compose = MethodInput<'deliveries.compose'>;
type Replay = MethodInput<'deliveries.replay'>;

/** A lab on a core that knows two mutations, one of which is always refused. */
function startLab(replay: (input: Replay) => unknown = judge) {
  const core = fakeCore({
    'deliveries.compose': ({ mutation }: Compose): LabDraft => ({
      requests: [mutation === 'bad-signature' ? { ...request, sign: 'as-is' } : request],
      expected: [mutation === 'bad-signature' ? { status: 401, verdict: 'rejected' } : { status: 204, verdict: 'accepted' }],
      together: false,
      mutations: ['bad-signature', 'emoji'],
    }),
    'deliveries.replay': replay,
  });
  const lab = createLab(createLabActions({ call: core.bridge.call }));
  const sent = (): readonly Replay[] => core.asked.filter(({ name }) => name === 'deliveries.replay').map(({ input }) => input as Replay);
  const composed = (): readonly Compose[] =>
    core.asked.filter(({ name }) => name === 'deliveries.compose').map(({ input }) => input as Compose);
  return { lab, sent, composed, now: lab.store.getState };
}

function judge({ requests }: Replay) {
  return { results: requests.map(({ sign }) => (sign === 'line' ? accepted : refused)) };
}

describe('the replay lab', () => {
  test('begins with a sample of the line and keeps what is there when it is opened again', async () => {
    const { lab, now, composed } = startLab();
    await lab.open('a', null);
    lab.change({ sign: 'as-is' });
    await lab.open('a', null);
    expect(now().draft?.edited).toBe(true);
    await lab.open('b', 'd1');
    expect(composed()).toEqual([{ lineId: 'a' }, { lineId: 'b', deliveryId: 'd1' }]);
    expect(now().draft?.edited).toBe(false);
  });

  test('sends where it is told to', async () => {
    const { lab, sent, now } = startLab();
    await lab.open('a', null);
    lab.goVia('public');
    lab.goInto('inbox');
    await lab.send();
    expect(sent()).toEqual([{ lineId: 'a', via: 'public', into: 'inbox', together: false, requests: [request] }]);
    expect(now().runs.map(({ state, results }) => [state, results])).toEqual([['done', [accepted]]]);
  });

  test('a mutation never goes into the real inbox by one click', async () => {
    const { lab, sent, now } = startLab();
    await lab.open('a', null);
    lab.goInto('inbox');
    await lab.mutate('bad-signature');
    expect(sent().map(({ into }) => into)).toEqual(['throwaway']);
    expect(now().draft?.origin).toEqual({ mutation: 'bad-signature' });
  });

  test('nothing is expected of what was changed by hand', async () => {
    const { lab, now } = startLab();
    await lab.open('a', null);
    lab.change({ body: { kind: 'text', text: '[]' } });
    await lab.send();
    expect(now().runs[0]?.draft.expected).toEqual([]);
  });

  test('what a sample says is typed once and kept for mutations', async () => {
    const { lab, composed } = startLab();
    await lab.open('a', null);
    lab.say({ from: ' +12025550199 ', body: 'Mine', media: 'https://one.example/a.jpg\n\nhttps://two.example/b.jpg ' });
    await lab.mutate('emoji');
    expect(composed().at(-1)).toEqual({
      lineId: 'a',
      mutation: 'emoji',
      from: '+12025550199',
      body: 'Mine',
      mediaUrls: ['https://one.example/a.jpg', 'https://two.example/b.jpg'],
    });
  });

  test('runs all mutations and counts those that ended as they should', async () => {
    const { lab, now } = startLab(() => ({ results: [accepted] }));
    await lab.open('a', null);
    await lab.runAll();
    expect(now().series).toEqual({ all: 2, done: 2, good: 1, running: false });
    expect(now().runs.map(({ draft }) => draft.origin.mutation)).toEqual(['emoji', 'bad-signature']);
  });

  test('is never stuck: what is on its way can be left, and is shown when it comes after all', async () => {
    const answer = Promise.withResolvers<unknown>();
    const { lab, now } = startLab(() => answer.promise);
    await lab.open('a', null);
    const sending = lab.send();
    expect(isWaiting(now())).toBe(true);
    lab.stop();
    expect([isWaiting(now()), now().runs[0]?.state]).toEqual([false, 'left']);
    answer.resolve({ results: [accepted] });
    await sending;
    expect(now().runs[0]?.state).toBe('done');
  });

  test('stops between two mutations', async () => {
    const answers: PromiseWithResolvers<unknown>[] = [];
    const { lab, sent, now } = startLab(() => {
      const answer = Promise.withResolvers<unknown>();
      answers.push(answer);
      return answer.promise;
    });
    await lab.open('a', null);
    const running = lab.runAll();
    await expect.poll(() => answers.length).toBe(1);
    lab.stop();
    answers[0]?.resolve({ results: [refused] });
    await running;
    expect([sent().length, now().series?.running]).toEqual([1, false]);
  });

  test('a series that was stopped does not go on beside the one begun after it', async () => {
    const first = Promise.withResolvers<unknown>();
    let replayed = 0;
    const { lab, sent, now } = startLab((input) => {
      replayed += 1;
      return replayed === 1 ? first.promise : judge(input);
    });
    await lab.open('a', null);
    const stopped = lab.runAll();
    await expect.poll(() => replayed).toBe(1);
    lab.stop();
    const second = lab.runAll();
    first.resolve({ results: [refused] });
    await Promise.all([stopped, second]);
    expect(now().series).toEqual({ all: 2, done: 2, good: 2, running: false });
    expect(sent()).toHaveLength(3);
  });

  test('a run is sent again as it was, brought back into the editor, and taken away', async () => {
    const { lab, sent, now } = startLab();
    await lab.open('a', null);
    await lab.send();
    const first = now().runs[0]?.id ?? 0;
    lab.change({ body: { kind: 'text', text: 'other' } });
    await lab.again(first);
    expect(sent()[1]).toEqual(sent()[0]);
    lab.editAgain(first);
    expect(now().draft?.requests[0]?.body).toEqual(request.body);
    lab.remove(first);
    expect(now().runs).toHaveLength(1);
    lab.clear();
    expect(now().runs).toEqual([]);
  });

  test('a core that does not answer leaves a failure and no draft', async () => {
    const lab = createLab(createLabActions({ call: fakeCore({}).bridge.call }));
    await lab.open('a', null);
    const { draft, composing, failure } = lab.store.getState();
    expect([draft, composing, failure === null]).toEqual([null, false, false]);
  });
});
