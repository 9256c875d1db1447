import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFingerprints } from '../../../../src/store/history/fingerprints.ts';

it('fingerprints know what was added and nothing else, however few were expected', () => {
  fc.assert(
    fc.property(fc.nat(3_000), fc.nat(500), (count, expected) => {
      const known = createFingerprints(expected);
      for (let index = 0; index < count; index += 1) known.add(`text ${index}`);
      for (let index = 0; index < count; index += 1) if (!known.has(`text ${index}`)) expect(index).toBe('known');
      for (let index = 0; index < count; index += 1) if (known.has(`other ${index}`)) expect(index).toBe('unknown');
    }),
    { numRuns: 20 },
  );
});
