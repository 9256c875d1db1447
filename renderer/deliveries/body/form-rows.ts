/**
 * The pairs of a form as rows of a table: long names and values go on in the rows below.
 * @module
 */
import type { FormPair } from '../../../src/domain/form-pairs.ts';
import type { Field } from './find.ts';
import { type Part, wrapped } from './wrap.ts';

export type FormRow = {
  readonly pair: number;
  readonly isFirst: boolean;
  readonly name?: Part;
  readonly value?: Part;
};

export const nameField = (pair: number): number => pair * 2;
export const valueField = (pair: number): number => pair * 2 + 1;

export function* formFields(pairs: readonly FormPair[]): Generator<Field> {
  for (const [index, { name, value }] of pairs.entries()) {
    yield [nameField(index), name.text];
    if (value) yield [valueField(index), value.text];
  }
}

/** As wide as the longest name, within reason. */
export function nameColumns(pairs: readonly FormPair[], columns: number): number {
  const longest = pairs.reduce((most, { name }) => Math.max(most, name.text.length), 4);
  return Math.min(longest, 28, Math.max(8, Math.floor(columns * 0.4)));
}

/** @param names columns of the names, @param values columns of the values */
export function formRows(pairs: readonly FormPair[], names: number, values: number): readonly FormRow[] {
  return pairs.flatMap(({ name, value }, pair) => {
    const nameParts = partsOf(name.text, names);
    const valueParts = value ? partsOf(value.text, values) : [];
    return Array.from({ length: Math.max(nameParts.length, valueParts.length) }, (_, index): FormRow => {
      const [namePart, valuePart] = [nameParts[index], valueParts[index]];
      return { pair, isFirst: index === 0, ...(namePart && { name: namePart }), ...(valuePart && { value: valuePart }) };
    });
  });
}

function partsOf(text: string, columns: number): Part[] {
  return wrapped(text, { from: 0, to: text.length }, columns, columns);
}

/** One pair a line, decoded, as it is copied. */
export function formText(pairs: readonly FormPair[]): string {
  return pairs.map(({ name, value }) => (value ? `${name.text}=${value.text}` : name.text)).join('\n');
}
