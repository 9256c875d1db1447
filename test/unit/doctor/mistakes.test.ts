import { describe, expect, test } from 'vitest';
import { evidenceOf, examine, isValid, kinds, namedMistakes } from './cases.ts';
import { bodyMistakes } from './mistakes/bodies.ts';
import { encodingMistakes } from './mistakes/encodings.ts';
import { formMistakes, schemeMistakes } from './mistakes/forms.ts';
import type { Mistake } from './mistakes/making.ts';
import { secretMistakes } from './mistakes/secrets.ts';
import { urlMistakes } from './mistakes/urls.ts';

const all: Readonly<Record<string, readonly Mistake[]>> = {
  'the URL': urlMistakes,
  'what is signed': encodingMistakes,
  'the body': bodyMistakes,
  'the secret': secretMistakes,
  'the digest and its header': formMistakes,
  'the scheme': schemeMistakes,
};

describe.each(kinds)('a delivery of $name', (kind) => {
  test('is valid as it is', async () => {
    expect(isValid(evidenceOf(kind))).toBe(true);
    expect((await examine(evidenceOf(kind))).diagnosis).toMatchObject({ outcome: 'valid-now', findings: [] });
  });

  const made = Object.entries(all).flatMap(([group, mistakes]) =>
    mistakes.flatMap(({ what, codes, make }) => {
      const changes = make(kind);
      return changes === undefined ? [] : [{ group, what, codes, evidence: evidenceOf(kind, changes) }];
    }),
  );

  test.each(made)('$group: $what', async ({ codes, evidence }) => {
    expect(isValid(evidence)).toBe(false);
    const { diagnosis } = await examine(evidence);
    expect(diagnosis.outcome).toBe('explained');
    expect(diagnosis.findings).toHaveLength(1);
    expect(await namedMistakes(evidence)).toEqual([...codes].sort());
  });
});
