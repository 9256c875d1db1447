import { expect, test } from 'vitest';
import { createBrowserNotices } from '../../../../renderer/notices/browser-notices.ts';
import type { Toast } from '../../../../renderer/state/model.ts';
import type { Notice } from '../../../../src/contract/state.ts';

const notice = (changes: Partial<Notice> = {}): Notice => ({
  kind: 'notice',
  conversationId: 'c',
  messageId: 'm',
  lineId: 'l',
  title: 'Anna',
  body: 'Hello',
  canReply: true,
  ...changes,
});

function tab(hasPermission = false) {
  const done: string[] = [];
  const toasts = new Map<number, Omit<Toast, 'id'>>();
  const bySystem: { body: string; silent: boolean; click: () => void }[] = [];
  let hasSound = true;
  const notices = createBrowserNotices({
    actions: {
      open: (id) => done.push(`open ${id}`),
      answer: (id) => done.push(`answer ${id}`),
      copyCode: (id) => done.push(`copy ${id}`),
    },
    toasts: {
      show(toast) {
        const id = done.length + toasts.size + 1_000 * (toasts.size + 1);
        toasts.set(id, toast);
        return id;
      },
      dismiss: (id) => void toasts.delete(id),
    },
    hasSound: () => hasSound,
    bySystem({ body }, { silent, onClick }) {
      if (!hasPermission) return undefined;
      const shown = { body, silent, click: onClick };
      bySystem.push(shown);
      return { close: () => void bySystem.splice(bySystem.indexOf(shown), 1) };
    },
  });
  return { notices, done, bySystem, shown: () => [...toasts.values()], mute: () => (hasSound = false) };
}

const labels = (toast: Omit<Toast, 'id'> | undefined) => toast?.actions?.map(({ label }) => label);

test('in the window a notice offers to answer, or to copy its code, and to open it', () => {
  const { notices, done, shown } = tab();
  notices.show(notice());
  expect(labels(shown()[0])).toEqual(['Answer', 'Open']);
  notices.show(notice({ conversationId: 'd', code: '482913', canReply: false }));
  expect(labels(shown()[1])).toEqual(['Copy 482913', 'Open']);
  for (const { actions = [] } of shown()) for (const { run } of actions) run();
  expect(done).toEqual(['answer c', 'open c', 'copy m', 'open d']);
});

test('where nobody can be answered, nobody is offered to be', () => {
  const { notices, shown } = tab();
  notices.show(notice({ canReply: false }));
  expect(labels(shown()[0])).toEqual(['Open']);
});

test('each conversation has one notice, which goes when it is read', () => {
  const { notices, shown } = tab();
  notices.show(notice({ body: 'One' }));
  notices.show(notice({ body: 'Two' }));
  notices.show(notice({ conversationId: 'd', body: 'Three' }));
  expect(shown().map(({ text }) => text)).toEqual(['Two', 'Three']);
  notices.read('c');
  expect(shown().map(({ text }) => text)).toEqual(['Three']);
});

test('where the system shows it the window does not, and with no sound where none is wanted', () => {
  const { notices, done, bySystem, shown, mute } = tab(true);
  notices.show(notice());
  expect(shown()).toEqual([]);
  expect(bySystem).toMatchObject([{ body: 'Hello', silent: false }]);
  bySystem[0]?.click();
  expect(done).toEqual(['open c']);
  mute();
  notices.show(notice({ body: 'Again' }));
  expect(bySystem).toMatchObject([{ body: 'Again', silent: true }]);
  notices.read('c');
  expect(bySystem).toEqual([]);
});
