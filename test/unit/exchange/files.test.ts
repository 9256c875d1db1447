import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName } from '../../../src/contract/files.ts';
import { createBase64Decoder, encodeBase64 } from '../../../src/exchange/base64.ts';
import { createPassage } from '../../../src/exchange/passage.ts';

test.each([
  ['/etc/passwd', 'passwd'],
  ['..\\..\\windows\\system.ini', 'system.ini'],
  ['...', 'file'],
  ['', 'file'],
  ['a\u202egnp.exe', 'agnp.exe'],
  ['C:evil?.txt', 'Cevil.txt'],
  ['line\nbreak.xml', 'linebreak.xml'],
  ['Grüße 😀.xml', 'Grüße 😀.xml'],
])('%j is shown as %j', (name, shown) => {
  expect(safeFileName(name)).toBe(shown);
});

test('no name leads anywhere, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[\\/\0]|^\./);
      expect(safe.length).toBeGreaterThan(0);
      expect(safe.length).toBeLessThanOrEqual(200);
    }),
  );
});

test('a long name keeps its ending', () => {
  expect(safeFileName(`${'x'.repeat(400)}.xml`)).toMatch(/^x{196}\.xml$/);
});

test('base64 cut anywhere is the same bytes, and what is none is noticed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (bytes, cuts) => {
      const text = Buffer.from(bytes).toString('base64');
      const decoder = createBase64Decoder();
      const parts: Buffer[] = [];
      for (let at = 0, turn = 0; at < text.length; turn += 1) {
        const size = cuts[turn % cuts.length] ?? 1;
        parts.push(decoder.add(Buffer.from(text.slice(at, at + size))));
        at += size;
      }
      parts.push(decoder.end());
      expect(Buffer.concat(parts).equals(Buffer.from(bytes))).toBe(true);
      expect(decoder.isSound()).toBe(true);
    }),
  );
  const damaged = createBase64Decoder();
  damaged.add(Buffer.from('AA*A'));
  damaged.end();
  expect(damaged.isSound()).toBe(false);
});

test('bytes in pieces of any size become the base64 of all of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 20 })), async (pieces) => {
      async function* each(): AsyncGenerator<Uint8Array> {
        yield* pieces;
      }
      let text = '';
      for await (const part of encodeBase64(each())) text += part;
      expect(text).toBe(Buffer.concat(pieces).toString('base64'));
    }),
  );
});

test('a passage hands over piece by piece, and lets the pusher go when nobody takes any more', async () => {
  const passage = createPassage();
  const taken: number[] = [];
  const pulling = (async () => {
    for await (const piece of passage.pieces) {
      taken.push(piece[0] ?? -1);
      if (taken.length === 2) break;
    }
  })();
  for (let index = 0; index < 5; index += 1) await passage.push(Uint8Array.of(index));
  await pulling;
  expect(taken).toEqual([0, 1]);
});

test('a passage nobody ever comes to holds nobody up', async () => {
  const passage = createPassage();
  const pushing = passage.push(Uint8Array.of(1));
  passage.leave();
  await pushing;
  await passage.push(Uint8Array.of(2));
});
