import { counting } from '../../../src/domain/counting.ts';
import type { MessageStatus } from '../../../src/domain/message.ts';

const { many } = counting('en');

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

export const thread = {
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
};
