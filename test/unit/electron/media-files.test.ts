import { expect, test } from 'vitest';
import { answerMedia } from '../../../electron/media-files.ts';
import type { MediaStore } from '../../../src/core/ports.ts';
import { png } from '../../support/media/samples.ts';

const asked: string[] = [];
const media: Pick<MediaStore, 'open'> = {
  async open(file) {
    asked.push(file);
    const chunks = (async function* () {
      yield png.subarray(0, 100);
      yield png.subarray(100);
    })();
    return file === 'known.png' ? { type: 'image/png', bytes: png.length, chunks } : undefined;
  },
};

test('an attachment is answered with our type, and the page may not guess, run or keep it', async () => {
  const response = await answerMedia(new Request('app://texttray/media/known.png'), media);
  expect(Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer())).toEqual(png);
  expect(Object.fromEntries(response?.headers.entries() ?? [])).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(png.length),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
});

test('everything else is somebody else’s to answer', async () => {
  asked.length = 0;
  for (const path of ['/', '/index.html', '/media', '/media/', '/media/a/b', '/media/..%2fsecrets.json', '/assets/media/known.png'])
    expect(await answerMedia(new Request(`app://texttray${path}`), media)).toBeUndefined();
  expect(asked).toEqual([]);
  expect(await answerMedia(new Request('app://texttray/media/missing.png'), media)).toBeUndefined();
  expect(await answerMedia(new Request('app://texttray/media/known.png', { method: 'POST' }), media)).toBeUndefined();
});
