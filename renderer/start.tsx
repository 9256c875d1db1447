/**
 * Puts the window together: store, session, screens. Loaded once its language is chosen.
 * @module
 */
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import type { Bridge } from './bridge.ts';
import { followReading } from './follow-reading.ts';
import { inOwnWords } from './own-words.ts';
import { createActions } from './state/actions.ts';
import { StateProvider } from './state/binding.tsx';
import { openedConversationId } from './state/select.ts';
import { followCore } from './state/session.ts';
import { createWindowStore } from './state/store.ts';
import { texts } from './texts.ts';

/** Shows the window in `root`. */
export function startWindow(root: HTMLElement, bridge: Bridge): void {
  const store = createWindowStore();
  const after = (milliseconds: number, task: () => void) => {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  };
  const actions = createActions({ store, call: inOwnWords(bridge.call), files: bridge, after });

  followCore({
    bridge,
    store,
    soon: (task) => void after(16, task),
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
      // Electron shows notices natively.
      if (bridge.host === 'electron' || openedConversationId(store.getState()) === notice.conversationId) return;
      const run = () => void actions.navigation.openConversation(notice.conversationId);
      actions.toasts.show({
        tone: 'message',
        title: notice.title,
        text: notice.body,
        conversationId: notice.conversationId,
        action: { label: texts.toasts.open, run },
      });
    },
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
