/**
 * Attachments of every kind and in every state, and what can be done with them here.
 * @module
 */
import { refuse } from '../../../src/contract/errors.ts';
import type { Handlers } from '../../../src/contract/methods.ts';
import type { Media, Message } from '../../../src/domain/message.ts';
import { ok } from '../../../src/domain/result.ts';
import type { Sample } from './sample.ts';
import type { Standing } from './state.ts';

const minute = 60_000;
const hour = 60 * minute;

const pictures: Readonly<Record<string, URL>> = {
  'hills.jpg': new URL('../../fixtures/media/hills.jpg', import.meta.url),
  'hills.png': new URL('../../fixtures/media/hills.png', import.meta.url),
  'hills.webp': new URL('../../fixtures/media/hills.webp', import.meta.url),
  'clip.webm': new URL('../../fixtures/media/clip.webm', import.meta.url),
};
const types: Readonly<Record<string, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp', webm: 'video/webm' };

const url = 'https://media.example.com/a';
const stored = (media: Media): Media => ({ url, state: 'stored', ...media });

export const mediaSamples: readonly Sample[] = [
  {
    lineId: 'work',
    peer: '+12025550119',
    flags: { known: true },
    said: [
      ['in', 9 * hour, '', { media: [{ url, state: 'failed', reason: 'expired' }] }],
      ['in', 8 * hour, 'This one is large.', { media: [{ url, state: 'failed', reason: 'too-large', bytes: 41_300_000 }] }],
      [
        'in',
        5 * hour,
        'The menu, and what it sounds like here.',
        {
          media: [
            stored({ file: 'menu.pdf', type: 'application/pdf', bytes: 318_240, name: 'Menu for the summer party.pdf' }),
            stored({ file: 'sound.ogg', type: 'audio/ogg', bytes: 48_210 }),
            stored({ file: 'odd.bin', type: 'application/octet-stream', bytes: 9_120, name: 'holiday.jpg.exe' }),
          ],
        },
      ],
      [
        'in',
        4 * hour,
        'Ask for Robin:',
        { media: [stored({ file: 'robin.vcf', type: 'text/vcard', bytes: 412, name: 'Robin Example.vcf' })] },
      ],
      ['out', 3 * hour, 'Thank you! Here is ours.', { status: 'delivered', media: [{ url: 'https://files.example.com/poster.png' }] }],
      ['in', 40 * minute, '', { media: [stored({ file: 'clip.webm', type: 'video/webm', bytes: 5_999, name: 'walk.webm' })] }],
      [
        'in',
        38 * minute,
        'This is the view from the terrace.',
        {
          media: [
            stored({ file: 'hills.jpg', type: 'image/jpeg', bytes: 9_916, width: 960, height: 640, name: 'terrace.jpg' }),
            stored({ file: 'hills.png', type: 'image/png', bytes: 15_326, width: 240, height: 360 }),
          ],
        },
      ],
      ['in', 37 * minute, 'One more is coming', { media: [{ url, state: 'waiting' }] }],
    ],
  },
];

/** Serves the sample files where the real host does. */
export function serveSampleMedia(): void {
  const real = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const file = /^\/media\/(.+)$/.exec(String(input))?.[1];
    if (file === undefined) return real(input, init);
    const found = pictures[file];
    if (found === undefined) return new Response(null, { status: 404 });
    const bytes = await (await real(found)).arrayBuffer();
    return new Response(bytes, { headers: { 'content-type': types[file.split('.').at(-1) ?? ''] ?? '' } });
  };
}

type MediaHandlers = Pick<Handlers, 'media.retry' | 'media.contacts' | 'media.save' | 'media.open'>;

export function createMediaHandlers(standing: Standing, find: (id: string) => Message | undefined): MediaHandlers {
  const put = (message: Message, index: number, media: Media): Message => {
    const changed = { ...message, media: (message.media ?? []).with(index, media) };
    standing.put(changed);
    return changed;
  };
  return {
    'media.retry': async ({ messageId, index }) => {
      const message = find(messageId);
      if (!message) return refuse('not-found');
      setTimeout(
        () => put(message, index, stored({ file: 'hills.webp', type: 'image/webp', bytes: 2_060, width: 320, height: 320 })),
        1_500,
      );
      return ok(put(message, index, { url, state: 'waiting' }));
    },
    'media.contacts': async () =>
      ok({ items: [{ name: 'Robin Example', organization: 'Example Bakery', addresses: ['+12025550142', '+12025550148'] }], more: 0 }),
    'media.save': async () => ok({ fileId: 'AAAAAAAAAAAAAAAAAAAAAA', name: 'terrace.jpg' }),
    'media.open': async () => ok({ opened: true }),
  };
}
