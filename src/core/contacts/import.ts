/**
 * Reading a file of contacts: what it would change, found out without changing anything, and the same for good.
 * @module
 */
import { type CardProblem, type ContactReport, listedProblems } from '../../contract/contact-import.ts';
import { type Contact, contactSchema } from '../../domain/contact.ts';
import type { ContactDraft } from '../../domain/contact-book.ts';
import { createIntake } from '../../domain/contact-intake.ts';
import { addressFrom } from '../../domain/peer.ts';
import type { ContactCard, ContactCards, ExchangeFile } from '../ports.ts';

export type ReadContacts = {
  readonly report: ContactReport;
  readonly added: readonly ContactDraft[];
  readonly completed: readonly Contact[];
};

type Given = {
  readonly file: ExchangeFile;
  readonly cards: ContactCards;
  readonly present: readonly Contact[];
  readonly region: string;
  /** The time of the import. */
  readonly at: string;
  readonly signal?: AbortSignal;
  readonly onBytes?: (done: number) => void;
};

const exampleCount = 5;

/** Rejects with the system's error when the file cannot be read, and with the signal's reason when it was stopped. */
export async function readContacts({ file, cards, present, region, at, signal, onBytes }: Given): Promise<ReadContacts> {
  const intake = createIntake(present, at);
  const counts = { cards: 0, added: 0, completed: 0, known: 0, 'too-many': 0, withoutNumber: 0, withoutCountry: 0 };
  const problems: CardProblem[] = [];
  const examples: string[] = [];
  let problemCount = 0;

  const takeCard = (card: ContactCard): void => {
    counts.cards += 1;
    const draft = draftOf(card, region);
    if (draft.addresses.length === 0) {
      counts.withoutNumber += 1;
      return;
    }
    const outcome = intake.take(draft);
    counts[outcome] += 1;
    if (outcome === 'added' && examples.length < exampleCount) examples.push(draft.name);
    counts.withoutCountry += draft.addresses.filter(({ address }) => /^\d{9,}$/.test(address)).length;
  };

  for await (const reading of cards.read(counted(file.read(), signal, onBytes))) {
    if (reading.kind === 'card') takeCard(reading.card);
    else {
      problemCount += 1;
      if (problems.length < listedProblems) problems.push(reading.problem);
    }
  }
  const { 'too-many': tooMany, ...others } = counts;
  return {
    report: { ...others, tooMany, region, examples, problems, problemCount },
    added: intake.added(),
    completed: intake.completed(),
  };
}

const draftSchema = contactSchema.pick({ name: true, organization: true, note: true, addresses: true });

/** As a contact has it: numbers in one spelling, each once. */
function draftOf({ name, organization, note, numbers }: ContactCard, region: string): ContactDraft {
  const addresses = new Map<string, Contact['addresses'][number]>();
  for (const { text, label, isSender } of numbers) {
    const address = (isSender ? text.trim() : addressFrom(text, region)).slice(0, 64);
    if (address !== '' && !addresses.has(address)) addresses.set(address, { address, ...(label !== undefined && { label }) });
  }
  return draftSchema.parse({ name, note, addresses: [...addresses.values()], ...(organization !== undefined && { organization }) });
}

async function* counted(pieces: AsyncIterable<Uint8Array>, signal?: AbortSignal, onBytes?: (done: number) => void) {
  let done = 0;
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    yield piece;
    done += piece.length;
    onBytes?.(done);
  }
}
