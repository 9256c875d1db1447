import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBodyRoom, type Hold } from '../../../src/webhook/body-room.ts';

describe('the room for bodies', () => {
  it('lets nobody in when it is full, and somebody when a place is free again', () => {
    const room = createBodyRoom(10_000);
    const first = room.enter();
    const second = room.enter();
    expect(first && second).toBeDefined();
    expect(room.enter()).toBeUndefined();
    first?.release();
    expect(room.enter()).toBeDefined();
  });

  it('takes nothing for a share that did not fit', () => {
    const room = createBodyRoom(10_000);
    const hold = room.enter();
    expect(hold?.grow(10_000)).toBe(false);
    expect(hold?.grow(5_904)).toBe(true);
    expect(hold?.grow(1)).toBe(false);
  });

  it('is empty again whenever everybody has left, however often they say so', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20_000), { maxLength: 50 }), (sizes) => {
        const room = createBodyRoom(100_000);
        const holds = sizes.map((size) => {
          const hold = room.enter();
          hold?.grow(size);
          return hold;
        });
        for (const hold of [...holds, ...holds]) hold?.release();
        const whole = room.enter() as Hold;
        expect(whole.grow(100_000 - 4 * 1024)).toBe(true);
      }),
    );
  });
});
