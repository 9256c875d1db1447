/**
 * Puts what an archive brings besides texts where it belongs, when it is imported; or only counts it.
 * @module
 */
import type { ImportReport } from '../../contract/exchange.ts';
import type { Contact } from '../../domain/contact.ts';
import { mostContacts } from '../../domain/contact-book.ts';
import type { ConversationFlags } from '../../domain/conversation.ts';
import type { Line } from '../../domain/line.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Template } from '../../domain/template.ts';
import type { Ground } from '../ground.ts';
import type { ArchiveConversation, DeliveryLog } from '../ports.ts';
import type { ArchiveTaker, ListEntry } from './archive-source.ts';
import { lineHere } from './line-match.ts';
import { contactSameness, mergeInto, ruleSameness, templateSameness } from './merge-lists.ts';

export type TakenCounts = { lines: number; contacts: number; templates: number; rules: number; deliveries: number };

export type ImportingTaker = ArchiveTaker & {
  readonly counts: Readonly<TakenCounts>;
  /** Fills the lists, and sets on conversations that were not here before what was set on them there. Call it when their texts are here. */
  finish(): Promise<void>;
};

type Dependencies = Pick<Ground, 'lines' | 'lists' | 'messages' | 'settings' | 'clock'> & {
  readonly deliveries: DeliveryLog;
  readonly restoreLine: (line: Line) => Promise<void>;
};

/** An archive with more than this of anything was made to do harm; its texts are imported all the same. */
const mostLines = 200;
const mostConversations = 100_000;
const mostListed = 1_000;

const none = (): TakenCounts => ({ lines: 0, contacts: 0, templates: 0, rules: 0, deliveries: 0 });

export function createImportingTaker({ lines, lists, messages, settings, clock, deliveries, restoreLine }: Dependencies): ImportingTaker {
  const counts = none();
  const flags = new Map<string, Partial<ConversationFlags>>();
  const oldest = new Date(clock.now() - settings().deliveries.keepDays * 86_400_000).toISOString();
  /** So many deliveries can be added before the log would forget those that are here. */
  let room: number | undefined;

  /** They are put into their lists together, at the end: each change of a list writes all of it. */
  const contacts: Contact[] = [];
  const templates: Template[] = [];
  const rules: Rule[] = [];
  const gather = (entry: ListEntry): void => {
    if (entry.kind === 'contact' && contacts.length < mostContacts) contacts.push(entry.contact);
    else if (entry.kind === 'template' && templates.length < mostListed) templates.push(entry.template);
    // A rule answers and forwards by itself: it does so only after the user has looked at it here.
    else if (entry.kind === 'rule' && rules.length < mostListed) rules.push({ ...entry.rule, enabled: false });
  };

  return {
    counts,
    async line(line) {
      const here = lineHere(line, lines.all());
      if (here !== undefined) return here.id;
      if (counts.lines >= mostLines) return undefined;
      await restoreLine(line);
      counts.lines += 1;
      return line.id;
    },
    conversation({ lineId, peer, readUpTo: _readUpTo, ...set }: ArchiveConversation) {
      const id = messages.conversationId(lineId, peer);
      if (flags.size < mostConversations && messages.conversation(id) === undefined) flags.set(id, set);
    },
    async lists(entries) {
      entries.forEach(gather);
    },
    async delivery(delivery) {
      room ??= await roomFor(deliveries, settings().deliveries.keepCount);
      if (room <= 0 || delivery.receivedAt < oldest || (await deliveries.get(delivery.id)) !== undefined) return;
      room -= 1;
      // Its message has another id here; the message knows its delivery.
      const { messageId: _messageId, ...kept } = delivery;
      await deliveries.append(kept, { durable: false });
      counts.deliveries += 1;
    },
    async finish() {
      counts.contacts += await mergeInto(lists.contacts, contacts, contactSameness, mostContacts);
      counts.templates += await mergeInto(lists.templates, templates, templateSameness, mostListed);
      counts.rules += await mergeInto(lists.rules, rules, ruleSameness, mostListed);
      for (const [id, set] of flags) if (messages.conversation(id) !== undefined) await messages.flag(id, set);
    },
  };
}

/** How many more deliveries the log keeps without forgetting any. */
async function roomFor(deliveries: DeliveryLog, keepCount: number): Promise<number> {
  let kept = 0;
  let before: string | null | undefined;
  while (before !== null && kept < keepCount) {
    const page = await deliveries.list({ limit: 500, ...(before !== undefined && { before }) });
    kept += page.items.length;
    before = page.nextBefore;
  }
  return keepCount - kept;
}

export type CountingTaker = ArchiveTaker & { report(): NonNullable<ImportReport['archive']> };

/** @param countOf how many texts of the file go to a line here */
export function createCountingTaker(lines: Pick<Dependencies['lines'], 'all'>, countOf: (lineId: string) => number): CountingTaker {
  const counts = none();
  const found: { readonly line: Line; readonly hereId: string; readonly isHere: boolean }[] = [];
  return {
    async line(line) {
      const here = lineHere(line, lines.all());
      if (found.length < mostLines) found.push({ line, hereId: here?.id ?? line.id, isHere: here !== undefined });
      return here?.id ?? line.id;
    },
    conversation: () => undefined,
    async lists(entries) {
      for (const { kind } of entries) counts[`${kind}s`] += 1;
    },
    async delivery() {
      counts.deliveries += 1;
    },
    report: () => ({
      lines: found.map(({ line: { id, label, number, provider }, hereId, isHere }) => ({
        id,
        label,
        number,
        provider,
        messages: countOf(hereId),
        isHere,
      })),
      contacts: counts.contacts,
      templates: counts.templates,
      rules: counts.rules,
      deliveries: counts.deliveries,
    }),
  };
}
