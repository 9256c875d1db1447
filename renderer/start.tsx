/**
 * Puts the window together: store, session, screens. Loaded once its language is chosen.
 * @module
 */
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { focusMarks } from './app/focus-marks.ts';
import type { Bridge } from './bridge.ts';
import { followReading } from './follow-reading.ts';
import { createBrowserNotices, notifyBySystem } from './notices/browser-notices.ts';
import { inOwnWords } from './own-words.ts';
import { createActions } from './state/actions.ts';
import { StateProvider } from './state/binding.tsx';
import { createPace } from './state/pace.ts';
import { openedConversationId } from './state/select.ts';
import { followCore } from './state/session.ts';
import { createWindowStore } from './state/store.ts';

/** Shows the window in `root`. */
export function startWindow(root: HTMLElement, bridge: Bridge): void {
  const store = createWindowStore();
  const after = (milliseconds: number, task: () => void) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  };
  const actions = createActions({ store, call: inOwnWords(bridge.call), files: bridge, after });

  const open = (id: string) => void actions.navigation.openConversation(id);
  const notices = createBrowserNotices({
    actions: {
      open,
      answer(id) {
        open(id);
        requestAnimationFrame(() => document.querySelector<HTMLElement>(`[${focusMarks.composer}]`)?.focus());
      },
      copyCode: (messageId) => void actions.codes.copy(messageId),
    },
    toasts: actions.toasts,
    hasSound: () => store.getState().settings?.notifications.sound ?? true,
    bySystem: notifyBySystem(window),
  });
  followCore({
    bridge,
    store,
    soon: createPace({ after, now: () => performance.now() }),
    later: (task) => void after(1_000, task),
    onSnapshot() {
      void actions.lines.loadProviders();
      const opened = openedConversationId(store.getState());
      store.setState(({ threads, deliveries }) => ({
        threads: opened !== undefined && threads[opened] ? { [opened]: threads[opened] } : {},
        deliveries: { ...deliveries, phase: 'none' },
      }));
      if (opened !== undefined) void actions.threads.open(opened);
    },
    onNotice(notice) {
      // What is open is seen, as long as anybody looks. The desktop app only sends what its system refused to show.
      const isOpen = openedConversationId(store.getState()) === notice.conversationId;
      if (!isOpen || document.visibilityState === 'hidden') notices.show(notice);
    },
    onRead: notices.read,
    onNavigate: actions.navigation.follow,
  });
  followReading({
    store,
    flush: actions.sending.flushDrafts,
    goToSettings: () => actions.navigation.goTo({ name: 'settings' }),
  });
  window.addEventListener('pagehide', actions.sending.flushDrafts);

  createRoot(root).render(
    <StateProvider store={store} actions={actions}>
      <App />
    </StateProvider>,
  );
}
