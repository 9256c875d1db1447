import type { MessageStatus } from '../../domain/message.ts';

/** CloudVNO's life of a message: queued → sent → delivered | undelivered, queued → failed. Queued there is sent here. */
const statuses: Readonly<Record<string, MessageStatus>> = {
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  undelivered: 'undelivered',
  failed: 'failed',
};

/** Our status for CloudVNO's; `undefined` for one we do not know. */
export function statusFrom(status: string | undefined): MessageStatus | undefined {
  const name = status?.trim().toLowerCase() ?? '';
  return Object.hasOwn(statuses, name) ? statuses[name] : undefined;
}
