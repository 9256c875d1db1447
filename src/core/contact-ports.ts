/**
 * Files of contacts as the core sees them: cards come out of bytes, and bytes out of contacts. Which format it is, only the
 * room that reads it knows.
 * @module
 */
import type { CardProblem } from '../contract/contact-import.ts';
import type { Contact } from '../domain/contact.ts';

/** One person of a file, in the file's own spelling. */
export type ContactCard = {
  readonly name: string;
  readonly organization?: string;
  readonly note: string;
  readonly numbers: readonly {
    readonly text: string;
    readonly label?: string;
    /** It was written as a sender's name, not as a number. */
    readonly isSender: boolean;
  }[];
};

export type CardReading =
  | { readonly kind: 'card'; readonly line: number; readonly card: ContactCard }
  | { readonly kind: 'problem'; readonly problem: CardProblem };

export type ContactCards = {
  /** Reads a file of any size with bounded memory. Never throws for what is in it; rejects when it cannot be read. */
  read(pieces: AsyncIterable<Uint8Array>): AsyncIterable<CardReading>;
  /** A whole file in pieces, one for each contact. */
  write(contacts: Iterable<Contact>): Iterable<string>;
};
