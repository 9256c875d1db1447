import { expect, test } from 'vitest';
import { createBlobs } from '../../../../renderer/media/blobs.ts';

/** Attachments of `bytes` each, and which of their addresses are good. */
function scene(bytes = 10) {
  const asked: string[] = [];
  const valid = new Set<string>();
  const answers = new Map<string, 'missing' | 'unreachable'>();
  let last = 0;
  const blobs = createBlobs(
    {
      async media(file) {
        asked.push(file);
        return answers.get(file) ?? new Blob([new Uint8Array(bytes)]);
      },
    },
    {
      createObjectURL() {
        last += 1;
        valid.add(`blob:${last}`);
        return `blob:${last}`;
      },
      revokeObjectURL: (url) => void valid.delete(url),
    },
  );
  return { blobs, asked, valid, answers };
}

test('an attachment is loaded once, however many look at it', async () => {
  const { blobs, asked, valid } = scene();
  const [one, other] = await Promise.all([blobs.hold('a'), blobs.hold('a')]);
  expect(one).toBe(other);
  expect(asked).toEqual(['a']);
  blobs.release('a');
  blobs.release('a');
  expect(await blobs.hold('a')).toBe(one);
  expect(asked).toEqual(['a']);
  expect(valid.size).toBe(1);
  expect(blobs.peek('a')).toBe(one);
  expect(blobs.peek('b')).toBeUndefined();
});

test('of what nobody looks at the oldest goes first, and never what is on the screen', async () => {
  const { blobs, valid } = scene(20 * 1024 * 1024);
  const shown = await blobs.hold('shown');
  for (const file of ['1', '2', '3', '4', '5']) {
    await blobs.hold(file);
    blobs.release(file);
  }
  expect(['1', '2', '3', '4', '5'].map((file) => blobs.peek(file) !== undefined)).toEqual([false, false, true, true, true]);
  expect(blobs.peek('shown')).toBe(shown);
  expect(valid.size).toBe(4);
});

test('one that could not be had is asked for again', async () => {
  const { blobs, asked, answers } = scene();
  answers.set('a', 'missing');
  expect(await blobs.hold('a')).toBe('missing');
  blobs.release('a');
  answers.delete('a');
  expect(await blobs.hold('a')).toMatchObject({ url: 'blob:1' });
  expect(asked).toEqual(['a', 'a']);
});
