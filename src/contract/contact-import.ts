/**
 * What an import of contacts would do or did, with everything that was not as it should be in the file.
 * @module
 */
import { z } from 'zod';

/** What can be wrong with a file of contacts; each has a sentence of its own in the window. */
export const cardProblemCodeSchema = z.enum([
  /** A line outside of every card. */
  'outside-card',
  /** A line that is no property. */
  'not-a-property',
  /** The card has no end: nothing of it is taken. */
  'unterminated',
  /** An end without a beginning. */
  'stray-end',
  /** Longer than is read; what was too much is left out. */
  'too-long',
  /** Letters that could not be read in the encoding the file names. */
  'bad-letters',
  /** An encoding nobody knows. */
  'unknown-encoding',
  /** A number that is none. */
  'bad-number',
  /** More numbers than one contact has. */
  'too-many-numbers',
  /** Nobody's name is in the card. */
  'no-name',
  /** A list of other cards, not a person. */
  'is-group',
]);
export type CardProblemCode = z.infer<typeof cardProblemCodeSchema>;

export const cardProblemSchema = z.object({
  code: cardProblemCodeSchema,
  /** In the file, counted from 1. */
  line: z.number().int().positive(),
  /** What stands there, shortened. */
  text: z.string().optional(),
});
export type CardProblem = Readonly<z.infer<typeof cardProblemSchema>>;

/** How many problems a report lists; all are counted. */
export const listedProblems = 500;

export const contactReportSchema = z.object({
  /** Cards in the file. */
  cards: z.number().int(),
  /** Contacts that are new. */
  added: z.number().int(),
  /** Contacts that get more numbers, a note or an organization. */
  completed: z.number().int(),
  /** Cards that say nothing new. */
  known: z.number().int(),
  /** Cards without a number: nobody to text. */
  withoutNumber: z.number().int(),
  /** Cards beyond the most contacts there may be. */
  tooMany: z.number().int(),
  /** Numbers that have no country code and got none. */
  withoutCountry: z.number().int(),
  /** The country by which numbers without a code were understood; '' = none. */
  region: z.string(),
  /** The first new names, to see that they look right. */
  examples: z.array(z.string()),
  problems: z.array(cardProblemSchema),
  problemCount: z.number().int(),
});
export type ContactReport = Readonly<z.infer<typeof contactReportSchema>>;
