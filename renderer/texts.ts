/**
 * Every English word the window says by itself, in one place, so that another language is another object of this type.
 * Sentences about failures, verdicts and reasons come with the contract.
 * @module
 */
import type { MessageStatus } from '../src/domain/message.ts';

const language = 'en';
const plural = new Intl.PluralRules(language);
const counted = new Intl.NumberFormat(language);

/** `one` or `many` with the number in front, as the language's plural rules say. */
function many(count: number, one: string, other: string): string {
  return `${counted.format(count)} ${plural.select(count) === 'one' ? one : other}`;
}

const statuses: Record<MessageStatus, string> = {
  received: 'Received',
  queued: 'Waiting to be sent',
  sending: 'Sending',
  sent: 'Sent',
  delivered: 'Delivered',
  undelivered: 'Not delivered',
  failed: 'Not sent',
  unconfirmed: 'Not confirmed',
  cancelled: 'Cancelled',
};

export const texts = {
  product: 'Texttray',
  undo: 'Undo',
  back: 'Back',
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  copy: 'Copy',
  copied: 'Copied',
  tryAgain: 'Try again',
  save: 'Save',
  saved: 'Saved',
  optional: 'optional',
  loading: 'Loading…',

  toasts: {
    archived: 'Conversation archived',
    unarchived: 'Back in the inbox',
    messageRemoved: 'Message removed',
    notCopied: 'The clipboard is not available here.',
    open: 'Open',
    region: 'Notices',
  },

  lanes: {
    heading: 'Lines and lanes',
    show: 'Show lines and lanes',
    inbox: 'Inbox',
    archived: 'Archived',
    lines: 'Lines',
    removedLine: 'Removed line',
    addNumber: 'Add your number',
    deliveries: 'Deliveries',
    settings: 'Settings',
    lineSettings: (label: string) => `Settings of ${label}`,
    unread: (count: number) => many(count, 'unread message', 'unread messages'),
  },

  connection: {
    connecting: 'Opening your inbox…',
    lost: 'Texttray does not answer.',
    startAgain: 'Try again, or start it if it was closed',
    openAgain: 'Open Texttray again from its own address',
    lostAction: 'This window tries again by itself. If Texttray was closed, start it again.',
    refusedTitle: 'This window has no key',
    refused: 'Open Texttray again from its own address: the one it printed when it started.',
  },

  conversations: {
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
  },

  welcome: {
    first: {
      title: 'See your first text arrive',
      text: 'A practice line is ready. Its simulated phone texts you through the real receiver, with a real signature, and answers what you send. No account needed.',
    },
    again: {
      title: 'That is how a text arrives',
      text: 'Open the conversation and answer it, or connect a number of your own.',
    },
    promises: [
      ['Verified', 'A text counts only when its provider’s signature fits.'],
      ['Kept', 'On this computer, written to disk before the provider is told it arrived.'],
      ['Answered', 'Replies go straight to your provider, and you see whether they got there.'],
    ],
  },

  empty: {
    noLineTitle: 'No number of yours yet',
    noLineText: 'Try it with the practice line first, or add the number people text you on.',
    textYourself: 'Text yourself',
    addNumber: 'Add your number',
    lineDetails: 'Details of this line',
    noMessagesTitle: 'No messages yet',
    noMessagesText: 'Texts to your number show up here the moment they arrive.',
    archivedTitle: 'Nothing archived',
    archivedText: 'Archived conversations wait here. A new text brings one back to the inbox.',
    lineTitle: 'Nothing on this line yet',
    nothingOpenTitle: 'Choose a conversation',
    nothingOpenText: 'Or start a new one.',
    noMatch: (query: string) => `Nothing matches “${query}”`,
    noMatchText: 'Parts of texts, numbers and line names are searched.',
    clearSearch: 'Back to all conversations',
  },

  search: {
    label: 'Search texts and numbers',
    placeholder: 'Search',
    searching: 'Searching…',
    clear: 'Clear search',
    conversations: 'Conversations',
    messages: 'Messages',
    incomplete: 'Not everything could be read in time. More letters find more.',
    results: (count: number) => many(count, 'result', 'results'),
  },

  thread: {
    messages: 'Messages',
    newer: 'Jump to newest',
    newMessages: (count: number) => many(count, 'new message', 'new messages'),
    unreadFrom: 'New',
    loadingOlder: 'Loading older messages…',
    statuses,
    received: (time: string) => `Received ${time}`,
    sentBy: (time: string, status: string) => `You, ${time}, ${status.toLowerCase()}`,
    attachment: 'Attachment',
    copyText: 'Copy text',
    openLink: (address: string) => `Open ${address}`,
    openDelivery: 'Open the raw delivery',
    remove: 'Remove',
    messageActions: 'Message actions',
    sendAgain: 'Send again',
    cancelSending: 'Cancel sending',
    leaveIt: 'Leave it',
    mayHaveBeenSent: 'It may have been sent: the request went out, but no answer came back. Sending again could deliver it twice.',
    incoming: (peer: string, body: string) => `New message from ${peer}: ${body}`,
  },

  composer: {
    message: 'Message',
    placeholder: 'Write a text',
    placeholderTo: (peer: string) => `Text ${peer}`,
    left: (count: number) => `${counted.format(count)} left`,
    send: 'Send',
    segments: (count: number, encoding: string, left: number) =>
      `${many(count, 'segment', 'segments')} · ${encoding} · ${counted.format(left)} left`,
    short: (position: number, count: number, encoding: string) => `${counted.format(position)} of ${counted.format(count)} · ${encoding}`,
    forced: 'makes this UCS-2: fewer characters fit a segment.',
    useGsm7: 'Use GSM-7 instead',
    addAttachment: 'Add an attachment',
    attachmentLabel: 'Address of the attachment',
    attachmentPlaceholder: 'https://…',
    attachmentHelp: 'Your provider fetches it from there and sends it along.',
    attach: 'Attach',
    removeAttachment: (url: string) => `Remove attachment ${url}`,
    attachmentInvalid: 'Enter a whole address that begins with https:// or http://.',
    receiveOnly: (line: string) => `${line} only receives: its provider does not send texts.`,
    nameSender: 'This sender is a name, not a number, so it cannot be answered.',
    lineRemoved: 'This line was removed. Its conversations stay here to read.',
    optedOut: (keyword: string) => `They texted ${keyword}: they do not want texts on this line.`,
    textAnyway: 'Text them anyway',
    textAnywayTitle: 'Text someone who asked you not to?',
    textAnywayText:
      'They opted out on this line. Texting them again may break the law or your provider’s rules. Do this only if they told you in another way that it is fine.',
    earlierWentOut: 'The earlier version had already gone out. Your changes are still here.',
  },

  compose: {
    title: 'New conversation',
    line: 'From',
    to: 'To',
    toPlaceholder: 'Number, with + and country code',
    noLine: 'None of your lines can send. Add a number whose provider sends texts.',
  },
} as const;
