import { expect, test } from 'vitest';
import { attachmentItems } from '../../../../renderer/media/menu-items.ts';
import { picturesOf } from '../../../../renderer/media/pictures.ts';
import { saidOf } from '../../../../renderer/media/words.ts';
import type { MediaActions } from '../../../../renderer/state/media.ts';
import type { Media, Message } from '../../../../src/domain/message.ts';

const stored = (media: Media): Media => ({ url: 'https://media.example.com/a', state: 'stored', file: 'a', ...media });
const message = (...media: Media[]): Message => ({
  id: 'm1',
  sequence: 1,
  lineId: 'line',
  conversationId: 'c',
  peer: '+14155551234',
  direction: 'inbound',
  body: '',
  at: '2026-03-01T12:00:00.000Z',
  status: 'received',
  media,
});

/** Notes what is done, and to which attachment. */
function noting() {
  const done: string[] = [];
  const note = (what: string) => async (place: { index: number } | null) => void done.push(`${what} ${place?.index}`);
  const actions: MediaActions = {
    blobs: { hold: async () => 'missing', release() {}, peek: () => undefined },
    retry: note('retry'),
    save: note('save'),
    open: note('open'),
    view: (place) => void note('view')(place),
    contacts: async () => null,
    addContacts: note('add'),
  };
  return { done, actions };
}

test('the menu of a message has everything that can be done with its attachments', () => {
  const { done, actions } = noting();
  const attachments = message(
    stored({ type: 'image/jpeg', width: 10, height: 10, name: 'a.jpg' }),
    stored({ type: 'application/pdf', name: 'b.pdf' }),
    { url: 'https://media.example.com/c', state: 'failed', reason: 'expired', name: 'c.gif' },
    { url: 'https://media.example.com/d', state: 'waiting' },
  );
  const items = attachmentItems(attachments, actions, true);
  expect(items.map(({ label }) => label)).toEqual(['View a.jpg', 'Open a.jpg', 'Save a.jpg', 'Open b.pdf', 'Save b.pdf', 'Download c.gif']);
  for (const { run } of items) run();
  expect(done).toEqual(['view 0', 'open 0', 'save 0', 'open 1', 'save 1', 'retry 2']);
});

test('where nothing can be opened, and for what was not recognised, there is no Open', () => {
  const { actions } = noting();
  const labels = (canOpen: boolean, media: Media) => attachmentItems(message(media), actions, canOpen).map(({ label }) => label);
  expect(labels(false, stored({ type: 'application/pdf', name: 'b.pdf' }))).toEqual(['Save b.pdf']);
  expect(labels(true, stored({ type: 'application/octet-stream', name: 'b.exe' }))).toEqual(['Save b.exe']);
});

test('two of one name are told apart', () => {
  const { actions } = noting();
  const picture = stored({ type: 'image/jpeg', width: 10, height: 10 });
  const labels = attachmentItems(message(picture, picture), actions, false).map(({ label }) => label);
  expect(labels).toEqual(['View Picture 1', 'Save Picture 1', 'View Picture 2', 'Save Picture 2']);
});

test('a screen reader is told of what kind attachments are, or why they are not there', () => {
  expect(saidOf([stored({ type: 'image/png', name: 'a.png' }), stored({ type: 'video/mp4' })])).toBe('Picture a.png, Video');
  expect(saidOf([{ url: 'https://media.example.com/', state: 'failed', reason: 'expired' }])).toBe(
    'Attachment: It has expired at the provider.',
  );
  expect(saidOf([])).toBe('');
});

test('the viewer walks through the pictures alone', () => {
  const picture = stored({ type: 'image/jpeg', width: 10, height: 10 });
  const messages = [message(stored({ type: 'application/pdf' }), picture), { ...message(picture), id: 'm2' }];
  expect(picturesOf(messages).map(({ place }) => place)).toEqual([
    { messageId: 'm1', index: 1 },
    { messageId: 'm2', index: 0 },
  ]);
});
