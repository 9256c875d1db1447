/**
 * What a card says of a person, gathered property by property.
 * @module
 */
import type { CardProblemCode } from '../../contract/contact-import.ts';
import type { ContactCard } from '../../core/ports.ts';
import { visible } from '../../domain/visible.ts';
import { labelFrom, labelOf } from './labels.ts';
import type { Property } from './property.ts';
import { components, lettersOf, unescapeText } from './value.ts';

/** What is read of a card; pictures, sounds, keys and all else are passed over. */
export const wantedProperties: ReadonlySet<string> = new Set(['N', 'FN', 'NICKNAME', 'ORG', 'NOTE', 'TEL', 'KIND', 'X-ABLABEL', 'X-KIND']);

const longest = { name: 120, note: 4_000, label: 40, number: 120 };
const mostNumbers = 50;

type Number = {
  readonly text: string;
  readonly label: string | undefined;
  readonly group: string | undefined;
  readonly rank: number;
  readonly isSender: boolean;
};
type Complaint = (code: CardProblemCode, text?: string) => void;

export type CardBuilder = {
  add(property: Property, complain: Complaint): void;
  /** The card as far as it is one; `undefined`, with a complaint, when it is nobody's. */
  finish(complain: Complaint): ContactCard | undefined;
};

export function createCard(isTranscoded: boolean): CardBuilder {
  const names = { formatted: '', assembled: '', nickname: '' };
  let organization = '';
  let note = '';
  let isGroup = false;
  const numbers: Number[] = [];
  const labels = new Map<string, string>();

  const addNumber = (property: Property, text: string, complain: Complaint): void => {
    const types = (property.parameters.get('TYPE') ?? []).map((type) => type.toLowerCase());
    const isSender = types.includes('x-sender');
    const number = visible(text.replace(/^tel:/i, '')).slice(0, longest.number);
    if (number === '') return;
    const isNumber = isSender || /\p{Nd}.*\p{Nd}/u.test(number);
    if (!isNumber || numbers.length >= mostNumbers) {
      complain(isNumber ? 'too-many-numbers' : 'bad-number', number);
      return;
    }
    const preference = Number(property.parameters.get('PREF')?.[0] ?? 101);
    const rank = types.includes('pref') ? 0 : Number.isFinite(preference) ? preference : 101;
    numbers.push({ text: number, label: labelOf(types), group: property.group, rank, isSender });
  };

  return {
    add(property, complain) {
      const { text, problem } = lettersOf(property, isTranscoded);
      if (problem !== undefined) complain(problem, visible(text));
      switch (property.name) {
        case 'FN':
          names.formatted ||= oneLine(unescapeText(text));
          return;
        case 'N': {
          const [family = '', given = '', middle = '', before = '', after = ''] = components(text);
          names.assembled ||= oneLine([before, given, middle, family, after].filter((part) => part !== '').join(' '));
          return;
        }
        case 'NICKNAME':
          names.nickname ||= oneLine(unescapeText(text));
          return;
        case 'ORG':
          organization ||= oneLine(
            components(text)
              .filter((part) => part !== '')
              .join(', '),
          );
          return;
        case 'NOTE':
          note = [note, unescapeText(text).replace(/\r\n?/g, '\n').trim()]
            .filter((part) => part !== '')
            .join('\n')
            .slice(0, longest.note);
          return;
        case 'KIND':
        case 'X-KIND':
          isGroup = /^\s*group\s*$/i.test(text);
          return;
        case 'X-ABLABEL':
          if (property.group !== undefined) labels.set(property.group, labelFrom(visible(unescapeText(text))));
          return;
        case 'TEL':
          addNumber(property, property.parameters.get('VALUE')?.[0]?.toLowerCase() === 'uri' ? text : unescapeText(text), complain);
          return;
      }
    },
    finish(complain) {
      if (isGroup) {
        complain('is-group', names.formatted);
        return undefined;
      }
      const name = names.formatted || names.assembled || names.nickname || organization;
      if (name === '') {
        complain('no-name', numbers[0]?.text);
        return undefined;
      }
      return {
        name,
        ...(organization !== '' && organization !== name && { organization }),
        note: note.toWellFormed(),
        numbers: numbers
          .toSorted((one, other) => one.rank - other.rank)
          .map(({ text, label, group, isSender }) => {
            const words = labels.get(group ?? '') ?? label;
            return { text, isSender, ...(words !== undefined && words !== '' && { label: words.slice(0, longest.label) }) };
          }),
      };
    },
  };
}

function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').slice(0, longest.name).toWellFormed().trim();
}
