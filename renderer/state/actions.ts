/**
 * Everything the screens can do, put together.
 * @module
 */
import type { Call } from '../bridge.ts';
import type { FileBridge } from '../files.ts';
import type { MediaBridge } from '../media-carrier.ts';
import { createCodes, windowClipboard } from './codes.ts';
import { createComparing } from './comparing.ts';
import { createComposing } from './composing.ts';
import { createContactActions } from './contacts.ts';
import { type ActionContext, createToasts } from './context.ts';
import { createConversations } from './conversations.ts';
import { createDeliveries } from './deliveries.ts';
import { createExchange } from './exchange.ts';
import { createLabActions } from './lab.ts';
import { createLines } from './lines.ts';
import { createMedia } from './media.ts';
import { createNavigation } from './navigation.ts';
import { createReception } from './reception.ts';
import { createRuleActions } from './rules.ts';
import { createSearch } from './search.ts';
import { createSelection } from './selection.ts';
import { createSending } from './sending.ts';
import type { WindowStore } from './store.ts';
import { createThreads } from './threads.ts';

export type Actions = ReturnType<typeof createActions>;

type Given = { store: WindowStore; call: Call; files: FileBridge & MediaBridge; after: ActionContext['after'] };

export function createActions({ store, call, files, after }: Given) {
  const context: ActionContext = { store, call, after, toasts: createToasts({ store, after }) };
  const navigation = createNavigation(context);
  const sending = createSending(context);
  return {
    toasts: context.toasts,
    /** For pages that are loaded when they are opened: they bring their own questions. */
    call,
    files,
    navigation,
    conversations: createConversations({ ...context, navigation }),
    selection: createSelection(context),
    threads: createThreads(context),
    sending,
    composing: createComposing({ ...context, setDraft: sending.setDraft, neverLeft: sending.neverLeft }),
    codes: createCodes({ ...context, clipboard: windowClipboard(navigator) }),
    contacts: createContactActions({ ...context, navigation, files }),
    search: createSearch(context),
    deliveries: createDeliveries({ ...context, navigation }),
    lab: createLabActions(context),
    comparing: createComparing({ ...context, navigation }),
    lines: createLines(context),
    exchange: createExchange({ ...context, files, navigation }),
    media: createMedia({ ...context, bridge: files }),
    reception: createReception(context),
    rules: createRuleActions(context),
  };
}
