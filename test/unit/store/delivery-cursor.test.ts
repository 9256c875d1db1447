import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readCursor, writeCursor } from '../../../src/store/delivery-cursor.ts';

it('a place to go on is read as it was written, whatever the id, with and without a chunk', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), fc.option(fc.nat(), { nil: undefined }), (id, at, chunk) => {
      expect(readCursor(writeCursor({ id, at }, chunk))).toEqual({ id, at, ...(chunk !== undefined && { chunk }) });
    }),
  );
});

it('an id alone, and any text, is a place as well', () => {
  expect(readCursor('d_1')).toEqual({ id: 'd_1' });
  expect(readCursor('d_1@')).toEqual({ id: 'd_1' });
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(text.startsWith(readCursor(text).id)).toBe(true);
    }),
  );
});
