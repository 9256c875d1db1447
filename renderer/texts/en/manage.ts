import { counting } from '../../../src/domain/counting.ts';

const { counted, isOne } = counting('en');

/** "Conversation archived", "3 conversations archived". */
const done = (what: string) => (count: number) =>
  isOne(count) ? `Conversation ${what}` : `${counted.format(count)} conversations ${what}`;

/** What is done with conversations, one or many. */
export const manage = {
  select: 'Select',
  selectThis: (name: string) => `Select ${name}`,
  selectAll: 'Select all',
  selected: (count: number) => `${counted.format(count)} selected`,
  selection: 'With the selected conversations',
  leave: 'Stop selecting',
  tag: 'Tags…',
  block: 'Block…',
  unblock: 'Unblock',
  accept: 'They’re fine',
  addContact: 'Add to contacts',
  /** In a row of the list. */
  addContactShort: 'Add to contacts',
  markAllRead: 'Mark all as read',
  done: {
    archived: done('archived'),
    unarchived: (count: number) => (isOne(count) ? 'Back in the inbox' : `${counted.format(count)} conversations are back in the inbox`),
    pinned: done('pinned'),
    unpinned: done('unpinned'),
    muted: done('muted'),
    unmuted: (count: number) => (isOne(count) ? 'Not muted any more' : `${counted.format(count)} conversations not muted any more`),
    blocked: (count: number) => (isOne(count) ? 'Blocked' : `${counted.format(count)} blocked`),
    unblocked: (count: number) => (isOne(count) ? 'Unblocked' : `${counted.format(count)} unblocked`),
    accepted: (count: number) => (isOne(count) ? 'No unknown sender any more' : `${counted.format(count)} are no unknown senders any more`),
    tagged: (count: number) => (isOne(count) ? 'Tags changed' : `Tags of ${counted.format(count)} conversations changed`),
    read: done('marked as read'),
    unread: done('marked as unread'),
  },
  blocking: {
    title: (name: string) => `Block ${name}?`,
    titleMany: (count: number) => `Block ${counted.format(count)} conversations?`,
    text: 'Their texts still arrive and are kept under Blocked, but you are not notified and they count nowhere. They are not told. You can unblock them at any time.',
    confirm: 'Block',
  },
  blockedBanner: 'You blocked this sender. Texts still arrive here, without a notice.',
  unknownBanner: (name: string) => `You have never written to ${name}, and they are not in your contacts.`,
  tags: {
    title: 'Tags',
    titleMany: (count: number) => `Tags of ${counted.format(count)} conversations`,
    field: 'Find or make a tag',
    make: (tag: string) => `Make “${tag}”`,
    none: 'A tag is a word of yours, like “clients”. Each one becomes a lane in the sidebar.',
    list: 'Your tags',
    partly: (tag: string) => `${tag} (on some)`,
    done: 'Done',
    region: 'Tags of this conversation',
  },
  replyFrom: (line: string) => `Reply from ${line}`,
};
