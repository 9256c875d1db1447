import { expect, test } from 'vitest';
import type { z as real } from 'zod';
import { z as none } from '../../../renderer/no-schemas.ts';

/** As the modules of the domain see it. */
const z = none as typeof real;

test('schemas can be written down with it, in all the ways they are', () => {
  const part = z.object({ name: z.string().trim().min(1), kind: z.enum(['a', 'b']).default('a') });
  expect(() =>
    z.discriminatedUnion('kind', [part.extend({ more: part.shape.name.optional().nullable() }), z.object({ kind: z.literal('c') })]),
  ).not.toThrow();
  expect(() => part.shape.kind.unwrap()).not.toThrow();
});

test('nothing can be parsed with it', () => {
  expect(() => z.string().parse('text')).toThrow('parses nothing');
  expect(() => z.object({}).safeParse({})).toThrow('parses nothing');
});
