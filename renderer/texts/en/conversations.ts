import { counting } from '../../../src/domain/counting.ts';

const { many } = counting('en');

export const conversations = {
  list: 'Conversations',
  newConversation: 'New conversation',
  pinned: 'Pinned',
  muted: 'Muted',
  unread: (count: number) => many(count, 'unread', 'unread'),
  you: 'You',
  draft: 'Draft',
  media: (count: number) => many(count, 'attachment', 'attachments'),
  noText: 'No text',
  pin: 'Pin to the top',
  unpin: 'Unpin',
  mute: 'Mute',
  unmute: 'Unmute',
  archive: 'Archive',
  unarchive: 'Move to the inbox',
  markUnread: 'Mark as unread',
  markRead: 'Mark as read',
  actions: 'More about this conversation',
  loadFailed: 'The conversations could not be loaded.',
};
