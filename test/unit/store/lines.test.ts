import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLines, encodeLine } from '../../../src/store/lines.ts';

const entry = fc.dictionary(fc.string(), fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)), {
  noNullPrototype: true,
});
const entries = fc.array(entry, { minLength: 1, maxLength: 12 });
const encode = (list: readonly unknown[]): Buffer => Buffer.from(list.map(encodeLine).join(''));

describe('a file of lines', () => {
  it('gives back what was written, whatever characters it holds', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const bytes = encode(list);
        expect(decodeLines(bytes)).toEqual({ entries: list, length: bytes.length, damaged: 0, bad: 0 });
      }),
    );
  });

  it('is cut at its last whole line when a write was torn, at a thousand places', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, place) => {
        const bytes = encode(list);
        const torn = bytes.subarray(0, place % (bytes.length + 1));
        const whole = torn.subarray(0, torn.lastIndexOf(10) + 1);
        const decoded = decodeLines(torn);
        expect(decoded.length).toBe(whole.length);
        expect(decoded.entries).toEqual(list.slice(0, decoded.entries.length));
        expect(encode(decoded.entries).length).toBe(whole.length);
        expect(decoded.damaged).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes the zeros a power cut may leave for a torn tail', () => {
    const bytes = encode([{ first: 1 }, { second: 2 }]);
    const decoded = decodeLines(Buffer.concat([bytes, Buffer.alloc(500)]));
    expect(decoded).toMatchObject({ entries: [{ first: 1 }, { second: 2 }], length: bytes.length, damaged: 0 });
  });

  it('tells a damaged line in the middle from a torn tail, and reads what is sound around it', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 3, maxLength: 8 }), fc.nat(), fc.nat(), (list, line, offset) => {
        const lines = list.map((one) => Buffer.from(encodeLine(one)));
        const index = line % (lines.length - 1);
        const victim = lines[index];
        if (victim === undefined) return;
        const place = offset % (victim.length - 1);
        victim[place] = (victim[place] ?? 0) === 0x7e ? 0x7d : 0x7e;
        const decoded = decodeLines(Buffer.concat(lines));
        expect(decoded.entries).toEqual(list.filter((_, position) => position !== index));
        expect(decoded.damaged).toBe(1);
        expect(decoded.length).toBe(Buffer.concat(lines).length);
      }),
    );
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const decoded = decodeLines(Buffer.from(bytes));
        expect(decoded.length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});
