import { describe, expect, test } from 'vitest';
import type { Call } from '../../../../renderer/bridge.ts';
import { gather, mostTaken } from '../../../../renderer/take-along/gathering.ts';
import { failure } from '../../../../src/contract/errors.ts';
import { aDelivery } from '../builders.ts';

/** A log of so many deliveries that answers page by page, as the core does. */
function log(count: number) {
  const all = Array.from({ length: count }, (_, index) => aDelivery(`d${index}`));
  const asked: unknown[] = [];
  const call = (async (name: string, input: { before?: string; limit: number }) => {
    expect(name).toBe('deliveries.list');
    asked.push(input);
    const start = input.before === undefined ? 0 : all.findIndex(({ id }) => id === input.before) + 1;
    const items = all.slice(start, start + input.limit);
    return { ok: true, value: { items, nextBefore: start + input.limit < count ? (items.at(-1)?.id ?? null) : null } };
  }) as Call;
  return { call, asked };
}

describe('all that are listed', () => {
  test.each([
    [0, 0, false],
    [3, 3, false],
    [700, 700, false],
    [mostTaken, mostTaken, false],
    [mostTaken + 1, mostTaken, true],
  ])('of %i in the log %i are taken along', async (count, taken, more) => {
    const answer = await gather(log(count).call, {});
    if (!answer.ok) throw new Error('It failed.');
    expect(answer.value.ids).toHaveLength(taken);
    expect(new Set(answer.value.ids).size).toBe(taken);
    expect(answer.value.more).toBe(more);
  });

  test('are asked for as the list is narrowed', async () => {
    const { call, asked } = log(600);
    await gather(call, { lineId: 'l1', text: 'hello' });
    expect(asked).toHaveLength(2);
    for (const each of asked) expect(each).toMatchObject({ lineId: 'l1', text: 'hello' });
  });

  test('are not half of them when the log cannot be read', async () => {
    const call = (async () => ({ ok: false, error: failure('store-unavailable') })) as Call;
    expect(await gather(call, {})).toMatchObject({ ok: false });
  });
});
