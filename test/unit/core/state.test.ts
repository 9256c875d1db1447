import { expect, test } from 'vitest';
import type { InboxEvent } from '../../../src/contract/state.ts';
import { createAnnouncer } from '../../../src/core/state.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { silentLogger } from '../../support/silent-logger.ts';

function announcing() {
  const clock = manualClock();
  const announcer = createAnnouncer({ clock, logger: silentLogger });
  const events: InboxEvent[] = [];
  const stop = announcer.subscribe((event) => events.push(event));
  return { clock, announcer, events, stop };
}

const totals = (messages: number) => ({ kind: 'totals', totals: { messages, conversations: 1, unread: 0 } }) as const;

test('changes of one frame are one patch, and of the same subject the last word counts', () => {
  const { clock, announcer, events } = announcing();
  announcer.change(totals(1));
  announcer.change({ kind: 'message-removed', id: 'm', conversationId: 'c' });
  announcer.change(totals(2));
  expect(events).toEqual([]);
  clock.advance(16);
  expect(events).toEqual([{ kind: 'patch', revision: 1, changes: [{ kind: 'message-removed', id: 'm', conversationId: 'c' }, totals(2)] }]);
});

test('revisions have no gaps', () => {
  const { clock, announcer, events } = announcing();
  for (let count = 1; count <= 5; count += 1) {
    announcer.change(totals(count));
    clock.advance(20);
  }
  expect(events.map((event) => event.kind === 'patch' && event.revision)).toEqual([1, 2, 3, 4, 5]);
  expect(announcer.revision()).toBe(5);
});

test('an announcement comes after the changes made before it', () => {
  const { announcer, events } = announcing();
  announcer.change(totals(1));
  announcer.announce({ kind: 'read', conversationId: 'c' });
  announcer.flush();
  expect(events.map((event) => event.kind)).toEqual(['patch', 'read']);
});

test('a listener that throws does not keep the others from hearing', () => {
  const { announcer, events } = announcing();
  const first = announcing();
  first.announcer.subscribe(() => {
    throw new Error('broken');
  });
  const heard: InboxEvent[] = [];
  first.announcer.subscribe((event) => heard.push(event));
  first.announcer.announce({ kind: 'read', conversationId: 'c' });
  first.announcer.flush();
  expect(heard).toHaveLength(1);
  expect(events).toEqual([]);
  expect(announcer.revision()).toBe(0);
});

test('what was to be told before anybody listened is told to the first who does', () => {
  const { clock, announcer, events, stop } = announcing();
  stop();
  const notice = {
    kind: 'notice',
    conversationId: 'c',
    messageId: 'm',
    lineId: 'l',
    title: 'Not sent',
    body: '',
    canReply: false,
  } as const;
  announcer.announce({ kind: 'read', conversationId: 'c' });
  announcer.announce(notice);
  clock.advance(16);
  announcer.subscribe((event) => events.push(event));
  expect(events).toEqual([]);
  clock.advance(16);
  announcer.subscribe((event) => events.push(event));
  clock.advance(16);
  expect(events).toEqual([notice]);
});

test('who unsubscribed hears nothing more', () => {
  const { announcer, events, stop } = announcing();
  stop();
  announcer.announce({ kind: 'read', conversationId: 'c' });
  announcer.flush();
  expect(events).toEqual([]);
});

test('what only has a present is made once, when the patch is sent, and not at all when nobody listens', () => {
  const { clock, announcer, events, stop } = announcing();
  let made = 0;
  const make = (messages: number) => () => {
    made += 1;
    return totals(messages);
  };
  announcer.later('totals', make(1));
  announcer.later('totals', make(2));
  clock.advance(16);
  expect(events).toEqual([{ kind: 'patch', revision: 1, changes: [totals(2)] }]);
  stop();
  announcer.later('totals', make(3));
  clock.advance(16);
  expect(made).toBe(1);
  expect(announcer.revision()).toBe(2);
});
