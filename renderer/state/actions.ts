/**
 * Everything the screens can do, put together.
 * @module
 */
import type { Call } from '../bridge.ts';
import type { FileBridge } from '../files.ts';
import { createComposing } from './composing.ts';
import { type ActionContext, createToasts } from './context.ts';
import { createConversations } from './conversations.ts';
import { createDeliveries } from './deliveries.ts';
import { createLines } from './lines.ts';
import { createNavigation } from './navigation.ts';
import { createReception } from './reception.ts';
import { createSearch } from './search.ts';
import { createSelection } from './selection.ts';
import { createSending } from './sending.ts';
import type { WindowStore } from './store.ts';
import { createThreads } from './threads.ts';

export type Actions = ReturnType<typeof createActions>;

type Given = { store: WindowStore; call: Call; files: FileBridge; after: ActionContext['after'] };

export function createActions({ store, call, files, after }: Given) {
  const context: ActionContext = { store, call, after, toasts: createToasts({ store, after }) };
  const navigation = createNavigation(context);
  const sending = createSending(context);
  return {
    toasts: context.toasts,
    files,
    navigation,
    conversations: createConversations({ ...context, navigation }),
    selection: createSelection(context),
    threads: createThreads(context),
    sending,
    composing: createComposing({ ...context, setDraft: sending.setDraft }),
    search: createSearch(context),
    deliveries: createDeliveries(context),
    lines: createLines(context),
    reception: createReception(context),
  };
}
