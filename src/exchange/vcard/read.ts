/**
 * Reads cards (vCard 2.1, 3.0, 4.0) as they come: one property at a time is in memory, however large the file, its
 * pictures or its lines are. Nothing in a file makes it throw: what is not sound is told with its line, the rest is read.
 * @module
 */
import { setImmediate } from 'node:timers/promises';
import type { CardProblemCode } from '../../contract/contact-import.ts';
import type { CardReading } from '../../core/ports.ts';
import { visible } from '../../domain/visible.ts';
import { asUtf8 } from '../encoding.ts';
import { type CardBuilder, createCard, wantedProperties } from './card.ts';
import { type ContentLine, contentLines } from './content-lines.ts';
import { type Property, parseProperty } from './property.ts';

/** How much of a line is quoted in a problem, in UTF-16 units. */
const quoted = 80;

/** @param pieces the file from its start */
export async function* readCards(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<CardReading> {
  const file = asUtf8(pieces);
  const reader = createReader(() => file.encoding()?.startsWith('utf-16') === true);
  for await (const lines of contentLines(inTurns(file.pieces))) {
    for (const line of lines) yield* reader.take(line);
  }
  yield* reader.end();
}

/** Bytes that are gone through in one turn of the event loop: a few milliseconds, so that texts can arrive meanwhile. */
const turnBytes = 16 * 1_024;

async function* inTurns(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let start = 0; start < piece.length; start += turnBytes) {
      yield piece.subarray(start, start + turnBytes);
      await setImmediate();
    }
  }
}

type OpenCard = { readonly builder: CardBuilder; readonly line: number };

function createReader(isTranscoded: () => boolean) {
  let card: OpenCard | undefined;
  /** Cards within a card (2.1's AGENT) are somebody else's: how deep we are in them. */
  let depth = 0;
  let agentBefore = false;
  let readings: CardReading[] = [];

  const complainAt = (line: number) => (code: CardProblemCode, text?: string) => {
    const words = visible(text ?? '')
      .slice(0, quoted)
      .toWellFormed();
    readings.push({ kind: 'problem', problem: { code, line, ...(words !== '' && { text: words }) } });
  };

  const begin = (line: number): void => {
    if (card !== undefined && (agentBefore || depth > 0)) depth += 1;
    else {
      if (card !== undefined) complainAt(card.line)('unterminated');
      card = { builder: createCard(isTranscoded()), line };
    }
  };

  const end = (line: number): void => {
    if (depth > 0) depth -= 1;
    else if (card === undefined) complainAt(line)('stray-end');
    else {
      const finished = card.builder.finish(complainAt(card.line));
      if (finished !== undefined) readings.push({ kind: 'card', line: card.line, card: finished });
      card = undefined;
    }
  };

  const takeProperty = (property: Property, line: ContentLine): void => {
    const mark = property.name === 'BEGIN' || property.name === 'END' ? property.value.toString('latin1').trim().toUpperCase() : '';
    if (mark === 'VCARD' && property.name === 'BEGIN') begin(line.number);
    else if (mark === 'VCARD') end(line.number);
    else if (card === undefined) complainAt(line.number)('outside-card', line.bytes.toString('utf8', 0, quoted));
    else if (depth === 0 && wantedProperties.has(property.name)) {
      if (line.isCut) complainAt(line.number)('too-long', property.name);
      card.builder.add(property, complainAt(line.number));
    }
    agentBefore = property.name === 'AGENT' && property.value.length < quoted && property.value.toString('latin1').trim() === '';
  };

  return {
    take(line: ContentLine): readonly CardReading[] {
      readings = [];
      if (line.bytes.some((byte) => byte > 0x20)) {
        const property = parseProperty(line.bytes);
        if (property !== undefined) takeProperty(property, line);
        else if (depth === 0) {
          complainAt(line.number)(card === undefined ? 'outside-card' : 'not-a-property', line.bytes.toString('utf8', 0, quoted));
        }
      }
      return readings;
    },
    end(): readonly CardReading[] {
      readings = [];
      if (card !== undefined) complainAt(card.line)('unterminated');
      return readings;
    },
  };
}
