/**
 * The replay lab at work: what is composed, sent and answered. It outlives its page, so that one can look at a delivery
 * and come back to the results.
 * @module
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Mutation } from '../../src/contract/lab.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import type { Actions } from '../state/actions.ts';
import { type Draft, draftOf, type EditedRequest, type Origin, requestsOf, withChange } from './draft.ts';
import { isAsExpected } from './expectations.ts';
import { emptyLab, type LabRun, type LabState, type SampleFields } from './lab-model.ts';

export type Lab = ReturnType<typeof createLab>;

/** More runs are not kept. */
const mostRuns = 200;

type Sample = Pick<MethodInput<'deliveries.compose'>, 'from' | 'body' | 'mediaUrls'>;
type Target = Pick<LabRun, 'lineId' | 'via' | 'into'>;

export function createLab({ compose, replay }: Actions['lab']) {
  const store: StoreApi<LabState> = createStore<LabState>()(() => emptyLab);
  const set = (changes: Partial<LabState>): void => store.setState(changes);
  let lastRun = 0;
  let lastSeries = 0;
  /** Counts what was asked for: only the last draft is taken. */
  let asked = 0;

  async function draft(origin: Origin, sample: Sample): Promise<Draft | undefined> {
    const { lineId } = store.getState();
    if (lineId === null) return undefined;
    asked += 1;
    const mine = asked;
    set({ composing: true, failure: null });
    const answer = await compose({ lineId, ...origin, ...sample });
    if (mine !== asked) return undefined;
    if (!answer.ok) {
      set({ composing: false, failure: answer.error });
      return undefined;
    }
    const composed = draftOf(answer.value, origin);
    set({ composing: false, draft: composed, shown: 0, mutations: answer.value.mutations });
    return composed;
  }

  /** Makes a draft of what everything is made of now: a captured delivery, or a sample as it was typed. */
  function make(mutation: { readonly mutation?: Mutation } = {}): Promise<Draft | undefined> {
    const { deliveryId, sample } = store.getState();
    return deliveryId === null ? draft(mutation, sampleOf(sample)) : draft({ ...mutation, deliveryId }, {});
  }

  function changeRun(id: number, changes: Partial<LabRun>): void {
    store.setState(({ runs }) => ({ runs: runs.map((run) => (run.id === id ? { ...run, ...changes } : run)) }));
  }

  async function run(sent: Draft, target: Target): Promise<LabRun> {
    lastRun += 1;
    const begun: LabRun = { ...target, id: lastRun, draft: sent, state: 'running', results: [], failure: null };
    store.setState(({ runs }) => ({ runs: [begun, ...runs].slice(0, mostRuns) }));
    const answer = await replay({ ...target, requests: requestsOf(sent), together: sent.together });
    const over: Partial<LabRun> = answer.ok ? { state: 'done', results: answer.value.results } : { state: 'failed', failure: answer.error };
    changeRun(begun.id, over);
    return { ...begun, ...over };
  }

  const throwaway = (): Target => ({ lineId: store.getState().lineId ?? '', via: store.getState().via, into: 'throwaway' });

  /** Shows a line's samples, or the delivery the lab was opened with. What is there already stays. */
  async function open(lineId: string, deliveryId: string | null): Promise<void> {
    const present = store.getState();
    if (present.lineId === lineId && present.deliveryId === deliveryId && (present.draft !== null || present.composing)) return;
    set({ lineId, deliveryId, draft: null, shown: 0, mutations: [], series: null });
    await make();
  }

  async function begin(): Promise<void> {
    await make();
  }

  /** Makes a mutation, tries it in a throwaway inbox, and leaves it in the editor. */
  async function mutate(mutation: Mutation): Promise<void> {
    const made = await make({ mutation });
    if (made) await run(made, throwaway());
  }

  function change(changes: Partial<EditedRequest>): void {
    store.setState(({ draft: present, shown }) => (present ? { draft: withChange(present, shown, changes), failure: null } : {}));
  }

  async function send(): Promise<void> {
    const { draft: present, lineId, via, into } = store.getState();
    if (present === null || lineId === null || isWaiting(store.getState())) return;
    const { failure } = await run(present, { lineId, via, into });
    // What is wrong with a header stands beside it, as long as it is still the same draft.
    if (store.getState().draft === present) set({ failure });
  }

  /** Every mutation of a fresh sample, one after the other. */
  async function runAll(): Promise<void> {
    const { lineId, mutations, series } = store.getState();
    if (lineId === null || mutations.length === 0 || series?.running) return;
    const target = throwaway();
    lastSeries += 1;
    const mine = lastSeries;
    set({ series: { all: mutations.length, done: 0, good: 0, running: true } });
    const goesOn = (): boolean => mine === lastSeries && store.getState().series?.running === true && store.getState().lineId === lineId;
    for (const mutation of mutations) {
      if (!goesOn()) return;
      const answer = await compose({ lineId, mutation });
      if (!goesOn()) return;
      const good = answer.ok && isGood(await run(draftOf(answer.value, { mutation }), target));
      // One that was stopped counts nothing into the one begun after it.
      if (mine !== lastSeries) return;
      store.setState(({ series: now }) => (now ? { series: { ...now, done: now.done + 1, good: now.good + (good ? 1 : 0) } } : {}));
    }
    store.setState(({ series: now }) => (now ? { series: { ...now, running: false } } : {}));
  }

  /** Waits no longer: neither for the rest of the mutations nor for what is on its way. */
  function stop(): void {
    store.setState(({ runs, series }) => ({
      runs: runs.map((each) => (each.state === 'running' ? { ...each, state: 'left' } : each)),
      series: series && { ...series, running: false },
    }));
  }

  const runOf = (id: number): LabRun | undefined => store.getState().runs.find((each) => each.id === id);

  async function again(id: number): Promise<void> {
    const known = runOf(id);
    if (known) await run(known.draft, { lineId: known.lineId, via: known.via, into: known.into });
  }

  function editAgain(id: number): void {
    const known = runOf(id);
    if (known && known.lineId === store.getState().lineId) set({ draft: known.draft, shown: 0, failure: known.failure });
  }

  return {
    store,
    open,
    begin,
    mutate,
    change,
    send,
    runAll,
    stop,
    again,
    editAgain,
    /** Puts a draft back that was replaced. */
    restore: (kept: Draft): void => set({ draft: kept, shown: 0 }),
    /** What the next sample says. */
    say: (changes: Partial<SampleFields>): void => store.setState(({ sample }) => ({ sample: { ...sample, ...changes } })),
    show: (shown: number): void => set({ shown }),
    goVia: (via: LabState['via']): void => set({ via }),
    goInto: (into: LabState['into']): void => set({ into }),
    remove: (id: number): void => store.setState(({ runs }) => ({ runs: runs.filter((each) => each.id !== id) })),
    clear: (): void => set({ runs: [], series: null }),
  };
}

/** Whether something was sent whose answer is waited for. */
export function isWaiting({ runs }: Pick<LabState, 'runs'>): boolean {
  return runs.some(({ state }) => state === 'running');
}

function sampleOf({ from, body, media }: SampleFields): Sample {
  const mediaUrls = media.split(/\s+/).filter((address) => address !== '');
  return { ...(from.trim() !== '' && { from: from.trim() }), ...(body !== '' && { body }), ...(mediaUrls.length > 0 && { mediaUrls }) };
}

function isGood({ draft, results, state }: LabRun): boolean {
  return state === 'done' && isAsExpected({ expected: draft.expected, together: draft.together, results }) === true;
}

const kept = new WeakMap<Actions, Lab>();

/** The lab of a window: one for as long as it is open. */
export function labOf(actions: Actions): Lab {
  const known = kept.get(actions);
  if (known) return known;
  const made = createLab(actions.lab);
  kept.set(actions, made);
  return made;
}
