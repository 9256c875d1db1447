/**
 * The one rule of who may be announced, when, and how much of it is shown. Pure: everything that announces a text asks here.
 * @module
 */
import { findCode } from '../../domain/code.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { Line } from '../../domain/line.ts';
import type { Message } from '../../domain/message.ts';
import { isQuiet } from '../../domain/quiet-hours.ts';
import type { NotificationContent, Settings } from '../../domain/settings.ts';

/** `later`: it is one of those that are told of together when the quiet hours are over. */
export type Permission = 'now' | 'later' | 'never';

type Subject = {
  readonly line: Pick<Line, 'notify' | 'noticeContent'>;
  readonly conversation: Pick<Conversation, 'blocked' | 'muted' | 'mutedUntil' | 'notifyAlways' | 'noticeContent'>;
  readonly settings: Pick<Settings, 'notifications' | 'quietHours'>;
};

/** Whether a text is announced. Whoever is blocked or muted never is; whoever always may is, even at night. */
export function mayNotify(message: Pick<Message, 'body'>, { line, conversation, settings }: Subject, now: Date): Permission {
  if (conversation.blocked || isMuted(conversation, now) || !settings.notifications.enabled) return 'never';
  if (conversation.notifyAlways) return 'now';
  if (line.notify === false) return 'never';
  if (!isQuiet(settings.quietHours, now)) return 'now';
  return settings.quietHours.letCodesThrough && findCode(message.body) !== undefined ? 'now' : 'later';
}

/** Until when somebody is muted may be over before anybody has noticed. */
function isMuted({ muted, mutedUntil }: Subject['conversation'], now: Date): boolean {
  return muted && (mutedUntil === null || Date.parse(mutedUntil) > now.getTime());
}

/** How much a notification shows: what was said of the conversation, else of its line, else of all. */
export function contentFor({ line, conversation, settings }: Subject): NotificationContent {
  return conversation.noticeContent ?? line.noticeContent ?? settings.notifications.content;
}
