/**
 * In which segment of a text the caret stands.
 * @module
 */
import { gsm7Width, type Segmentation } from '../../src/domain/segments.ts';

const concatenated = { 'GSM-7': 153, 'UCS-2': 67 } as const;

/** The segment at a UTF-16 position, counted from 1; 0 for an empty text. */
export function segmentAt(text: string, caret: number, { encoding, count }: Segmentation): number {
  if (count <= 1) return count;
  let segment = 1;
  let used = 0;
  let index = 0;
  for (const character of text) {
    if (index >= caret) break;
    const width = encoding === 'GSM-7' ? gsm7Width(character) : character.length;
    if (used + width > concatenated[encoding]) {
      segment += 1;
      used = 0;
    }
    used += width;
    index += character.length;
  }
  return segment;
}
