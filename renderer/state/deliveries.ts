/**
 * The log of deliveries, newest first, narrowed by what was chosen.
 * @module
 */
import type { ActionContext } from './context.ts';
import { anyDelivery, type BodyTab, type DeliveriesState, type DeliveryChoice, filterOf, freshAfter } from './delivery-model.ts';
import type { NavigationActions } from './navigation.ts';

const pageSize = 100;
/** How long after the last key the core is asked, in milliseconds. */
const typingPause = 150;

type Dependencies = Pick<ActionContext, 'store' | 'call' | 'after'> & { readonly navigation: Pick<NavigationActions, 'goTo'> };

export function createDeliveries({ store, call, after, navigation }: Dependencies) {
  let cancel = (): void => undefined;
  /** Counts what was asked for: an answer to something else than the last question is not taken. */
  let asked = 0;

  function change(changes: Partial<DeliveriesState>): void {
    store.setState(({ deliveries }) => ({ deliveries: { ...deliveries, ...changes } }));
  }

  function ask(before?: string) {
    const { choice } = store.getState().deliveries;
    return call('deliveries.list', { ...filterOf(choice, new Date()), limit: pageSize, ...(before !== undefined && { before }) });
  }

  /** Loads the newest page and keeps what is older when the two meet; `anew`: whatever was there goes. */
  async function load(anew = false): Promise<void> {
    cancel();
    asked += 1;
    const mine = asked;
    const listed = new Set(store.getState().deliveries.items.map(({ id }) => id));
    change({ phase: store.getState().deliveries.phase === 'ready' ? 'ready' : 'loading' });
    const answer = await ask();
    if (mine !== asked) return;
    if (!answer.ok) return change({ phase: 'failed', failure: answer.error });
    const { items, nextBefore, searchedTo = null } = answer.value;
    const present = store.getState().deliveries;
    const loaded = new Set(items.map(({ id }) => id));
    // What came while the core was asked may be missing in its answer: it is newer than all of it.
    const meanwhile = present.items.filter(({ id }) => !listed.has(id) && !loaded.has(id));
    const known = present.items.filter(({ id }) => listed.has(id));
    const meets = !anew && known.some(({ id }) => loaded.has(id));
    const older = meets ? known.filter(({ id }) => !loaded.has(id)) : [];
    const newest = known[0]?.id;
    // Those above the newest one that was listed came meanwhile.
    const came = meets
      ? items.slice(
          0,
          Math.max(
            0,
            items.findIndex(({ id }) => id === newest),
          ),
        )
      : [];
    change({
      items: [...meanwhile, ...items, ...older],
      nextBefore: older.length > 0 ? present.nextBefore : nextBefore,
      searchedTo,
      phase: 'ready',
      failure: null,
      fresh: freshAfter(present, came),
    });
  }

  async function loadMore(): Promise<void> {
    const { nextBefore, phase } = store.getState().deliveries;
    if (phase !== 'ready' || nextBefore === null) return;
    const mine = asked;
    change({ phase: 'loading' });
    const answer = await ask(nextBefore);
    if (mine !== asked) return;
    if (!answer.ok) return change({ phase: 'failed', failure: answer.error });
    const { nextBefore: next, searchedTo = null } = answer.value;
    const { items } = store.getState().deliveries;
    change({ items: [...items, ...answer.value.items], nextBefore: next, searchedTo, phase: 'ready' });
  }

  /** Narrows the log, or widens it again. What was listed stays until there is an answer. */
  function choose(changes: Partial<DeliveryChoice>, pause = 0): void {
    const { choice } = store.getState().deliveries;
    change({ choice: { ...choice, ...changes } });
    cancel();
    cancel = after(pause, () => void load(true));
  }

  /** Looks for a text, as one types. */
  const find = (text: string): void => choose({ text }, typingPause);
  const chooseAll = (): void => choose(anyDelivery);

  /** Something came that may hold the text one looks for. Several at once are one question. */
  function askAgain(): void {
    cancel();
    cancel = after(typingPause, () => void load());
  }

  /** Lists all deliveries of a message, the given one opened. */
  function showOf(messageId: string, deliveryId: string | null): void {
    choose({ ...anyDelivery, messageId });
    navigation.goTo({ name: 'deliveries', deliveryId });
  }

  /** What one came for from a message does not narrow the list for ever. */
  function leave(): void {
    if (store.getState().deliveries.choice.messageId !== null) choose({ messageId: null });
  }

  const setTab = (tab: BodyTab): void => change({ tab });
  const mark = (marked: string | null): void => change({ marked });
  const get = (id: string) => call('deliveries.get', { id });
  /** The value of a header that is shown masked, by its place. */
  const reveal = (id: string, header: number) => call('deliveries.reveal', { id, header });
  const rates = (lineId: string | null) => call('deliveries.rates', { hours: 24, ...(lineId !== null && { lineId }) });
  /** The message a delivery became. */
  const message = (id: string) => call('messages.get', { id });

  return { load, loadMore, choose, find, chooseAll, askAgain, showOf, leave, setTab, mark, get, reveal, rates, message };
}
