/**
 * Which invented code stands for which real one.
 * @module
 */
import { type FoundCode, findCode } from '../../../domain/code.ts';
import { asciiDigits, digitLike } from './digits.ts';
import { besides, type Edit, type Leaf } from './leaf.ts';

export type Codes = {
  learn(leaf: Leaf): void;
  edits(leaf: Leaf): readonly Edit[];
};

/** A code is looked for in so much text at once. */
const longestText = 1_530;
/** A text with more of them is a list of something else. */
const mostInPiece = 10;
/** Words and numbers; two numbers may be one code that was written in two halves. */
const words = /[\p{L}\p{Nd}]+/gu;
const halves = /(?<![\p{L}\p{Nd}])\p{Nd}{2,5}[- ]\p{Nd}{2,5}(?![\p{L}\p{Nd}])/gu;

export function createCodes(): Codes {
  const known = new Set<string>();
  const invented = new Map<string, string>();
  const used = new Set<string>();
  const anotherOne = sequence();

  const inventedFor = (code: string): string => {
    const present = invented.get(code);
    if (present !== undefined) return present;
    let next = code;
    for (let tries = 0; tries < 1_000 && (next === code || known.has(next) || used.has(next)); tries += 1) {
      next = code.replace(/[A-Za-z0-9]/g, anotherOne);
    }
    used.add(next);
    invented.set(code, next);
    return next;
  };

  return {
    learn(leaf) {
      for (const { code } of codesIn(leaf)) known.add(code);
    },
    edits(leaf) {
      if (leaf.kind !== 'text' || known.size === 0) return [];
      let found = codesIn(leaf);
      for (const pattern of [halves, words]) {
        const seen = Array.from(leaf.text.matchAll(pattern), ({ 0: word, index }) => ({
          start: index,
          end: index + word.length,
          code: plain(word),
        })).filter(({ code }) => known.has(code));
        found = [...found, ...besides(seen, found)].sort(inOrder);
      }
      return found.map(({ start, end, code }) => ({ start, end, text: inTheFormOf(leaf.text.slice(start, end), inventedFor(code)) }));
    },
  };
}

const inOrder = (one: WrittenCode, other: WrittenCode): number => one.start - other.start;

type WrittenCode = { readonly start: number; readonly end: number; readonly code: string };

function* pieces(text: string): Generator<{ readonly piece: string; readonly from: number }> {
  if (text.length <= longestText) return yield { piece: text, from: 0 };
  let from = 0;
  for (const piece of text.split('\n')) {
    yield { piece, from };
    from += piece.length + 1;
  }
}

function codesIn({ text, kind }: Leaf): readonly WrittenCode[] {
  if (kind !== 'text') return [];
  return Array.from(pieces(text)).flatMap(({ piece, from }) => codesInPiece(piece, from));
}

/** A search finds the best code; what is left is searched for another. */
function codesInPiece(piece: string, from: number): readonly WrittenCode[] {
  const found: WrittenCode[] = [];
  let rest = piece;
  while (found.length < mostInPiece) {
    const code = findCode(rest);
    if (code === undefined) break;
    found.push(written(piece, code, from));
    rest = `${rest.slice(0, code.start)}${' '.repeat(code.end - code.start)}${rest.slice(code.end)}`;
  }
  return found.sort(inOrder);
}

/** What stands before a code, such as `G-`, is no part of it. */
function written(piece: string, { code, start, end }: FoundCode, from: number): WrittenCode {
  const wanted = plain(code);
  let begin = start;
  while (begin < end && plain(piece.slice(begin, end)).length > wanted.length) begin += 1;
  return { start: from + begin, end: from + end, code: wanted };
}

/** As a code is compared: ASCII digits, nothing between them. */
function plain(code: string): string {
  return asciiDigits(code).replace(/[^\p{L}\p{Nd}]/gu, '');
}

/** `code` with the hyphens and blanks of what was written, in its script. */
function inTheFormOf(writtenCode: string, code: string): string {
  const characters = [...code];
  return writtenCode.replace(/[\p{L}\p{Nd}]/gu, (character) => {
    const next = characters.shift() ?? '';
    return /\p{Nd}/u.test(character) && /[0-9]/.test(next) ? digitLike(next, character) : next;
  });
}

const [digits, capitals, smalls] = ['0123456789', 'ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz'];

/** Answers another character of the same sort, differently at each call but alike for every masking. */
function sequence(): (character: string) => string {
  let state = 20_250_101;
  return (character) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const sort = [digits, capitals, smalls].find((each) => each.includes(character)) ?? (/[a-z]/.test(character) ? smalls : capitals);
    return sort.charAt(Math.floor((state / 2 ** 32) * sort.length));
  };
}
