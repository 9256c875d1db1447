import { counting } from '../../../src/domain/counting.ts';
import type { MessageStatus } from '../../../src/domain/message.ts';
import type { thread as english } from '../en/thread.ts';

const { many } = counting('de');

const statuses: Record<MessageStatus, string> = {
  received: 'Empfangen',
  queued: 'Wartet auf Versand',
  sending: 'Wird gesendet',
  sent: 'Gesendet',
  delivered: 'Zugestellt',
  undelivered: 'Nicht zugestellt',
  failed: 'Nicht gesendet',
  unconfirmed: 'Nicht bestätigt',
  cancelled: 'Abgebrochen',
};

export const thread: typeof english = {
  messages: 'Nachrichten',
  newer: 'Zu den neuesten springen',
  newMessages: (count: number) => many(count, 'neue Nachricht', 'neue Nachrichten'),
  unreadFrom: 'Neu',
  loadingOlder: 'Ältere Nachrichten werden geladen …',
  statuses,
  received: (time: string) => `Empfangen ${time}`,
  sentBy: (time: string, status: string) => `Sie, ${time}, ${status.charAt(0).toLowerCase()}${status.slice(1)}`,
  attachment: 'Anhang',
  copyText: 'Text kopieren',
  openLink: (address: string) => `${address} öffnen`,
  openDelivery: 'Rohe Zustellung öffnen',
  remove: 'Entfernen',
  messageActions: 'Aktionen für diese Nachricht',
  sendAgain: 'Erneut senden',
  cancelSending: 'Senden abbrechen',
  leaveIt: 'So lassen',
  mayHaveBeenSent:
    'Sie wurde vielleicht gesendet: Die Anfrage ging hinaus, aber es kam keine Antwort. Erneutes Senden könnte sie doppelt zustellen.',
  incoming: (peer: string, body: string) => `Neue Nachricht von ${peer}: ${body}`,
};
