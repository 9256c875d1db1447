import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFastHmac } from '../../../src/doctor/hmac.ts';

test('any keys and messages give the digests that Node gives', () => {
  const hmac = createFastHmac();
  const bytes = fc.uint8Array({ maxLength: 200 });
  fc.assert(
    fc.property(fc.array(bytes, { minLength: 1, maxLength: 4 }), fc.array(bytes, { minLength: 1, maxLength: 3 }), (keys, messages) => {
      for (const message of messages) {
        for (const key of keys) {
          for (const algorithm of ['sha256', 'sha1', 'sha512'] as const) {
            expect(hmac(algorithm, key, message)).toBe(createHmac(algorithm, key).update(message).digest('hex'));
          }
        }
      }
    }),
  );
});
