import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanName, nameFrom } from '../../../src/media/name.ts';

const nowhere = new URL('https://media.example.com/m/8f2a');

describe('what an attachment is called', () => {
  test.each([
    ['attachment; filename="Invoice 12.pdf"', 'Invoice 12.pdf'],
    ['attachment; filename=plain.jpg', 'plain.jpg'],
    ["attachment; filename=x.pdf; filename*=UTF-8''M%C3%BCnchen.pdf", 'München.pdf'],
    ['attachment; filename="say \\"hi\\".txt"', 'say _hi_.txt'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\Users\\\\x\\\\photo.jpg"', 'photo.jpg'],
    ["attachment; filename*=UTF-8''%E2%80%AEgpj.exe", 'gpj.exe'],
    ["attachment; filename*=UTF-8''%ZZ", undefined],
    ['inline', undefined],
    [undefined, undefined],
  ])('%s → %s', (header, name) => {
    expect(nameFrom(header, nowhere)).toBe(name);
  });

  test('comes from the address where that ends in a file name', () => {
    expect(nameFrom(undefined, new URL('https://media.example.com/a/holiday%20photo.jpg?x=1'))).toBe('holiday photo.jpg');
    expect(nameFrom(undefined, new URL('https://media.example.com/a/.htaccess'))).toBeUndefined();
    expect(nameFrom(undefined, new URL('https://media.example.com/'))).toBeUndefined();
  });

  test('is never a path, never hidden, never longer than can be shown, whatever the sender says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (said) => {
        const name = cleanName(said);
        if (name === undefined) return;
        expect(name).not.toMatch(/[/\\:<>"|?*]|^\.|^\s|\s$|[\p{Cc}\p{Cf}]/u);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps its ending when it is cut', () => {
    expect(cleanName(`${'long '.repeat(60)}name.pdf`)).toMatch(/^long .*\.pdf$/);
  });
});
