import { describe, expect, test } from 'vitest';
import { contentFor, mayNotify } from '../../../../src/core/notify/may-notify.ts';
import { type ConversationFlags, noFlags } from '../../../../src/domain/conversation.ts';
import type { Line } from '../../../../src/domain/line.ts';
import { type Settings, settingsSchema } from '../../../../src/domain/settings.ts';

const noon = new Date(2026, 2, 10, 12, 0);
const midnight = new Date(2026, 2, 10, 0, 30);

type Case = {
  readonly line?: Pick<Line, 'notify' | 'noticeContent'>;
  readonly conversation?: Partial<ConversationFlags>;
  readonly off?: true;
  readonly quiet?: Partial<Settings['quietHours']>;
  readonly body?: string;
  readonly now?: Date;
};

function ask({ line = {}, conversation = {}, off, quiet, body = 'Hello', now = noon }: Case) {
  const usual = settingsSchema.parse({});
  const settings = {
    notifications: { ...usual.notifications, enabled: off === undefined },
    quietHours: { ...usual.quietHours, ...quiet },
  };
  return mayNotify({ body }, { line, conversation: { ...noFlags, ...conversation }, settings }, now);
}

const code = 'Your code is 123456';
const night = { enabled: true } as const;

describe('who is announced', () => {
  test.each<[string, Case, 'now' | 'later' | 'never']>([
    ['everybody, as long as nothing else is said', {}, 'now'],
    ['nobody where notifications are off', { off: true }, 'never'],
    ['nobody of a line that is silent', { line: { notify: false } }, 'never'],
    ['a line that is not silent', { line: { notify: true } }, 'now'],
    ['nobody who is muted', { conversation: { muted: true } }, 'never'],
    ['nobody who is muted until later', { conversation: { muted: true, mutedUntil: '2100-01-01T00:00:00.000Z' } }, 'never'],
    ['whoever was muted until a while ago', { conversation: { muted: true, mutedUntil: '2020-01-01T00:00:00.000Z' } }, 'now'],
    ['nobody who is blocked', { conversation: { blocked: true } }, 'never'],
    ['nobody who is blocked, though always wanted', { conversation: { blocked: true, notifyAlways: true } }, 'never'],
    ['nobody who is muted, though always wanted', { conversation: { muted: true, notifyAlways: true } }, 'never'],
    ['nobody at all where notifications are off, though always wanted', { off: true, conversation: { notifyAlways: true } }, 'never'],
    ['whoever is always wanted, on a line that is silent', { line: { notify: false }, conversation: { notifyAlways: true } }, 'now'],
    ['whoever is always wanted, at night', { quiet: night, now: midnight, conversation: { notifyAlways: true } }, 'now'],
    ['everybody else later at night', { quiet: night, now: midnight }, 'later'],
    ['everybody by day, though there are quiet hours', { quiet: night }, 'now'],
    ['a code at night', { quiet: night, now: midnight, body: code }, 'now'],
    ['a code later where none may disturb', { quiet: { enabled: true, letCodesThrough: false }, now: midnight, body: code }, 'later'],
    ['no code of a muted sender at night', { quiet: night, now: midnight, body: code, conversation: { muted: true } }, 'never'],
    ['no code of a silent line at night', { quiet: night, now: midnight, body: code, line: { notify: false } }, 'never'],
  ])('%s', (_, given, expected) => {
    expect(ask(given)).toBe(expected);
  });
});

test('how much is shown is what was said of the conversation, else of its line, else of all', () => {
  const settings = settingsSchema.parse({ notifications: { content: 'name-only' } });
  const conversation = { ...noFlags, noticeContent: 'name-and-text' } as const;
  expect(contentFor({ line: {}, conversation: noFlags, settings })).toBe('name-only');
  expect(contentFor({ line: { noticeContent: 'nothing' }, conversation: noFlags, settings })).toBe('nothing');
  expect(contentFor({ line: { noticeContent: 'nothing' }, conversation, settings })).toBe('name-and-text');
});
