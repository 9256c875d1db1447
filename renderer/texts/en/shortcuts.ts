import type { CommandName, KeyGroup, LocalKeys } from '../../keyboard/table.ts';

const groups: Record<KeyGroup, string> = {
  everywhere: 'Everywhere',
  conversations: 'Conversations',
  writing: 'Writing',
  lists: 'In lists and threads',
};

const names: Record<CommandName | LocalKeys, string> = {
  goTo: 'Go to a conversation, line, setting or action',
  search: 'Search',
  copyCode: 'Copy the latest code',
  nextPane: 'Next part of the window',
  previousPane: 'Previous part of the window',
  back: 'One step back',
  settings: 'Settings',
  larger: 'Larger',
  smaller: 'Smaller',
  usualSize: 'Usual size',
  help: 'This list',
  next: 'Next conversation',
  previous: 'Previous conversation',
  nextUnread: 'Next unread conversation',
  previousUnread: 'Previous unread conversation',
  nth: 'Conversation by position',
  compose: 'New conversation',
  archive: 'Archive this conversation',
  markUnread: 'Mark this conversation as unread',
  inspector: 'Raw delivery of a message',
  composer: 'Write in this conversation',
  send: 'Send',
  newline: 'New line',
  rows: 'Up and down',
  manyRows: 'Several up or down',
  ends: 'First and last',
  findRow: 'Find in deliveries',
  openRow: 'Open',
  chooseRow: 'Select a conversation',
  chooseMore: 'Select the next one too',
  chooseAll: 'Select all conversations',
  rowMenu: 'Actions for what is focused',
};

/** Written on keyboards. */
const keys: Record<string, string> = { Escape: 'Esc', PageUp: 'Page Up', PageDown: 'Page Down' };

export const shortcuts = {
  title: 'Keyboard',
  find: 'Find a key or an action',
  nothing: 'No key does that.',
  groups,
  names,
  keys,
};
