import { describe, expect, test } from 'vitest';
import { formFields, formRows, formText, nameColumns, nameField, valueField } from '../../../../../renderer/deliveries/body/form-rows.ts';
import { readForm } from '../../../../../src/domain/form-pairs.ts';

describe('a form in rows', () => {
  test('a pair has a row, and more where its name or its value needs them', () => {
    const pairs = readForm('a=short&name-that-is-long=x&b=aaaabbbbcc&none');
    expect(formRows(pairs, 8, 4).map(({ pair, isFirst, name, value }) => [pair, isFirst, name?.from, value?.from])).toEqual([
      [0, true, 0, 0],
      [0, false, undefined, 4],
      [1, true, 0, 0],
      [1, false, 8, undefined],
      [1, false, 16, undefined],
      [2, true, 0, 0],
      [2, false, undefined, 4],
      [2, false, undefined, 8],
      [3, true, 0, undefined],
    ]);
  });

  test('names get the room the longest of them needs, within reason', () => {
    expect(nameColumns(readForm('From=1&MessageSid=2'), 80)).toBe(10);
    expect(nameColumns(readForm(`${'x'.repeat(200)}=1`), 80)).toBe(28);
    expect(nameColumns(readForm('MessageSid=2'), 20)).toBe(8);
  });

  test('one can search in names and values', () => {
    expect([...formFields(readForm('a=1&b'))]).toEqual([
      [nameField(0), 'a'],
      [valueField(0), '1'],
      [nameField(1), 'b'],
    ]);
  });

  test('it is copied decoded, one pair a line', () => {
    expect(formText(readForm('Body=Hello+there&flag'))).toBe('Body=Hello there\nflag');
  });
});
