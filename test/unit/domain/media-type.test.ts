import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canBeOpened, extensionOf, saveNameOf } from '../../../src/domain/media-type.ts';

describe('an attachment is saved as', () => {
  test.each([
    ['photo.jpg', 'image/jpeg', 'photo.jpg'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['PHOTO.JPG', 'image/jpeg', 'PHOTO.JPG'],
    ['photo', 'image/jpeg', 'photo.jpg'],
    ['photo.exe', 'image/jpeg', 'photo.jpg'],
    ['photo.png', 'image/jpeg', 'photo.jpg'],
    [undefined, 'image/jpeg', 'attachment.jpg'],
    ['page.html', 'text/plain', 'page.txt'],
    ['report.docx', 'application/octet-stream', 'report.docx'],
    ['holiday.jpg.exe', 'application/octet-stream', 'holiday.jpg.exe.bin'],
    ['logo.svg', 'application/octet-stream', 'logo.svg.bin'],
    ['page.html', 'application/octet-stream', 'page.html.bin'],
    ['run.sh', undefined, 'run.sh.bin'],
    [undefined, undefined, 'attachment.bin'],
  ])('%s of type %s → %s', (name, type, saved) => {
    expect(saveNameOf({ name, type })).toBe(saved);
  });

  test('a name whose ending starts nothing, whatever the sender calls it', () => {
    const runs = fc.constantFrom(
      'exe',
      'bat',
      'cmd',
      'com',
      'scr',
      'js',
      'vbs',
      'ps1',
      'sh',
      'app',
      'desktop',
      'jar',
      'msi',
      'html',
      'svg',
      'hta',
      'lnk',
      'url',
    );
    const type = fc.constantFrom(undefined, 'application/octet-stream', 'image/jpeg', 'text/plain', 'application/pdf', 'text/html');
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), runs, type, (start, ending, given) => {
        const saved = saveNameOf({ name: `${start}.${ending}`, type: given });
        expect(saved.endsWith(`.${extensionOf(given)}`)).toBe(true);
        if (!canBeOpened(given)) expect(saved.endsWith('.bin')).toBe(true);
      }),
    );
  });
});
