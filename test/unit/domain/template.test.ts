import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsIn, fillTemplate } from '../../../src/domain/template.ts';

test('fields are what stands between braces, each once', () => {
  expect(fieldsIn('Hello {name}, your {Größe 2} is ready, {name}. {} { x} {{name}}')).toEqual(['name', 'Größe 2']);
});

test('fields are filled in whatever their case, and those nobody knows are named', () => {
  const values = new Map([['name', 'Example One']]);
  expect(fillTemplate('Hello {Name}, table {table}', values)).toEqual({ text: 'Hello Example One, table {table}', missing: ['table'] });
});

test('what is filled in is not looked at again', () => {
  const values = new Map([
    ['name', '{note} $& $1'],
    ['note', 'secret'],
  ]);
  expect(fillTemplate('Hello {name}', values).text).toBe('Hello {note} $& $1');
});

test('a text without fields is never changed', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(fieldsIn(text).length === 0);
      expect(fillTemplate(text, new Map([['name', 'x']]))).toEqual({ text, missing: [] });
    }),
  );
});
