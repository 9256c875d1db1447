/**
 * Everything the palette can lead to, and which of it fits what was typed.
 * @module
 */
import { nameFor } from '../../src/domain/contact.ts';
import type { Conversation } from '../../src/domain/conversation.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import type { Mark } from '../../src/domain/search-query.ts';
import { questOf, suggestRecipients } from '../contacts/find.ts';
import { regionIn } from '../contacts/name.ts';
import type { WindowState } from '../state/model.ts';
import { activeLines, openedConversationId } from '../state/select.ts';
import { texts } from '../texts.ts';
import type { PaletteAction, PaletteTools } from './action.ts';
import { paletteActions } from './actions.ts';
import { fitOf } from './fuzzy.ts';

export type Entry = {
  readonly id: string;
  readonly kind: 'conversation' | 'contact' | 'line' | PaletteAction['kind'];
  readonly label: string;
  /** Stands behind the label, smaller: the number, the line. */
  readonly detail: string;
  readonly marks: readonly Mark[];
  readonly score: number;
  readonly peer?: string;
  readonly line?: string;
  readonly action?: PaletteAction;
  readonly run: (tools: PaletteTools) => void;
};

/** How many entries are shown at most: more than that is what the search is for. */
const shownAtMost = 50;
const contactsAtMost = 8;
/** Below a conversation that is found by a number. */
const contactScore = 55;
/** While nothing was typed. */
const recentAtMost = 6;

/** `found`: conversations the core knows of that are not in the window yet. */
export function entriesFor(state: WindowState, found: readonly Conversation[], query: string): readonly Entry[] {
  const conversations = new Map([...found, ...state.conversations.values()].map((conversation) => [conversation.id, conversation]));
  const typed = query.trim();
  const region = regionIn(state);
  const newestFirst = [...conversations.values()].sort((one, other) => other.lastSequence - one.lastSequence);
  if (typed === '') {
    const opened = openedConversationId(state);
    const recent = newestFirst.filter(({ id, archived, blocked }) => id !== opened && !archived && !blocked).slice(0, recentAtMost);
    return [
      ...recent.map((conversation) => conversationEntry(state, region, conversation)),
      ...actionEntries(state),
      ...lineEntries(state),
    ];
  }
  const candidates = [
    ...newestFirst.map((conversation) => conversationEntry(state, region, conversation)),
    ...lineEntries(state),
    ...actionEntries(state),
    ...learnEntries(state),
  ];
  const fitting = candidates.flatMap((entry) => fitted(entry, typed) ?? []);
  fitting.push(...contactEntries(state, region, typed));
  return fitting.sort((one, other) => other.score - one.score).slice(0, shownAtMost);
}

/** The entry with how well it fits; `undefined` when it does not. */
function fitted(entry: Entry, query: string): Entry | undefined {
  const fit = fitOf(entry.label, query);
  if (fit !== null) return { ...entry, score: fit.score, marks: fit.marks };
  const { digits } = questOf(query);
  const byNumber = digits.length >= 2 && entry.peer?.replace(/\D/g, '').includes(digits) === true;
  if (byNumber) return { ...entry, score: 60 };
  const also = fitOf(`${entry.label} ${entry.detail} ${entry.action?.also ?? ''}`, query);
  return also === null ? undefined : { ...entry, score: also.score - 15 };
}

const plain = { marks: [], score: 0, detail: '' } as const;

function conversationEntry(state: WindowState, region: string, { id, peer, lineId }: Conversation): Entry {
  const label = nameFor(peer, state.contactsByAddress.get(peer), region);
  const line = activeLines(state.lines).length > 1 ? state.lines.find((each) => each.id === lineId)?.label : undefined;
  return {
    ...plain,
    id: `conversation-${id}`,
    kind: 'conversation',
    label,
    detail: line ?? '',
    peer,
    run: ({ actions }) => void actions.navigation.openConversation(id),
  };
}

/** Contacts, also those nobody wrote with yet. Found by their own index: there may be too many to try each by its letters. */
function contactEntries({ contacts }: WindowState, region: string, query: string): readonly Entry[] {
  const found = suggestRecipients(contacts, query, { most: contactsAtMost, canText: () => true });
  const each = new Map(found.map(({ contact, address }) => [contact.id, { contact, address }]));
  return [...each.values()].map(({ contact, address }) => ({
    ...plain,
    id: `contact-${contact.id}`,
    kind: 'contact',
    label: nameFor(address, contact, region),
    detail: formatAddress(address, region),
    marks: fitOf(nameFor(address, contact, region), query)?.marks ?? [],
    score: contactScore,
    peer: address,
    run: ({ actions }) => actions.contacts.show({ kind: 'contact', id: contact.id }),
  }));
}

function lineEntries({ lines }: WindowState): readonly Entry[] {
  return activeLines(lines).flatMap(({ id, label }): Entry[] => [
    {
      ...plain,
      id: `line-${id}`,
      kind: 'line',
      label,
      line: id,
      run: ({ actions }) => actions.navigation.showLane({ kind: 'line', lineId: id }),
    },
    {
      ...plain,
      id: `line-settings-${id}`,
      kind: 'setting',
      label: texts.lanes.lineSettings(label),
      run: ({ actions }) => actions.navigation.goTo({ name: 'line', lineId: id }),
    },
  ]);
}

/** How webhooks work, at each provider. */
function learnEntries({ providers }: WindowState): readonly Entry[] {
  return providers.map(({ name, label }) => {
    const action: PaletteAction = {
      id: `learn-${name}`,
      kind: 'page',
      icon: 'question',
      label: texts.palette.learn(label),
      also: texts.palette.also.learn,
      run: ({ actions }) => actions.navigation.goTo({ name: 'learn', provider: name }),
    };
    return { ...plain, id: `action-${action.id}`, kind: action.kind, label: action.label, action, run: action.run };
  });
}

function actionEntries(state: WindowState): readonly Entry[] {
  return paletteActions
    .filter(({ when }) => when?.(state) ?? true)
    .map((action): Entry => ({ ...plain, id: `action-${action.id}`, kind: action.kind, label: action.label, action, run: action.run }));
}
