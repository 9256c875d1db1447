import { afterEach, expect, test, vi } from 'vitest';
import { notifyBySystem } from '../../../../renderer/notices/browser-notices.ts';
import type { Notice } from '../../../../src/contract/state.ts';

const notice: Notice = { kind: 'notice', conversationId: 'c', messageId: 'm', lineId: 'l', title: 'Anna', body: 'Hello', canReply: true };

/** A browser that was permitted to show notifications, or not. */
function browser(permission: NotificationPermission, seen: boolean) {
  const shown: { title: string; options: NotificationOptions; onclick?: () => void; closed: boolean }[] = [];
  class Shown {
    static readonly permission = permission;
    closed = false;
    onclick?: () => void;
    readonly title: string;
    readonly options: NotificationOptions;
    constructor(title: string, options: NotificationOptions) {
      this.title = title;
      this.options = options;
      shown.push(this);
    }
    close(): void {
      this.closed = true;
    }
  }
  vi.stubGlobal('Notification', Shown);
  let focused = 0;
  const document = { visibilityState: seen ? 'visible' : 'hidden', hasFocus: () => seen } as Document;
  const focus = (): void => {
    focused += 1;
  };
  const bySystem = notifyBySystem({ document, focus });
  return { bySystem, shown, focused: () => focused };
}

afterEach(() => vi.unstubAllGlobals());

test('the system shows a text while one looks at something else, and a click leads to it', () => {
  const { bySystem, shown, focused } = browser('granted', false);
  const opened: string[] = [];
  expect(bySystem(notice, { silent: true, onClick: () => opened.push('c') })).toBeDefined();
  expect(shown).toMatchObject([{ title: 'Anna', options: { body: 'Hello', tag: 'c', silent: true } }]);
  shown[0]?.onclick?.();
  expect(opened).toEqual(['c']);
  expect(focused()).toBe(1);
  expect(shown[0]?.closed).toBe(true);
});

test.each([
  ['the user looks at it', 'granted', true],
  ['nobody was asked', 'default', false],
  ['the user refused', 'denied', false],
] as const)('the window shows it where %s', (_, permission, seen) => {
  const { bySystem, shown } = browser(permission, seen);
  expect(bySystem(notice, { silent: false, onClick: () => undefined })).toBeUndefined();
  expect(shown).toEqual([]);
});
