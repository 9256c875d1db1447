/**
 * How tall a message will be, before it was ever laid out: close enough that the scrollbar does not jump.
 * @module
 */
import type { Message } from '../../src/domain/message.ts';
import { attachmentsHeight } from '../media/boxes.ts';
import { needsWords, type Placement } from './grouping.ts';

/** The same lengths as in MessageRow.module.css, in pixels. */
const lineHeight = 21;
const bubblePadding = 16;
const betweenBubbles = 3;
const betweenRuns = 14;
const dayHeading = 50;
const statusLine = 22;
const failureCard = 84;
/** The mean width of a character at the bubble's type size. */
const characterWidth = 7.1;

/** Pixels a message takes in a column of `width` pixels. */
function estimateHeight(message: Message, placement: Placement, width: number): number {
  const textWidth = Math.max(120, Math.min(560, width * 0.76) - 28);
  const perLine = textWidth / characterWidth;
  const lines = message.body.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)), 0);
  const media = attachmentsHeight(message.media ?? [], textWidth + 28);
  const body = message.body === '' ? 0 : lines * lineHeight + bubblePadding;
  const state = needsWords(message) && message.failure ? failureCard : 0;
  return (
    body +
    media +
    (placement.startsRun ? betweenRuns : betweenBubbles) +
    (placement.startsDay ? dayHeading : 0) +
    (placement.startsUnread ? 36 : 0) +
    (placement.endsRun ? statusLine : 0) +
    state
  );
}

type Estimator = (message: Message, placement: () => Placement, width: number) => number;

/**
 * Remembers estimates: each page put in front of a thread asks for those of all messages behind it again. A message
 * whose neighbours changed keeps its old estimate, which is off by a heading at most.
 */
export function createEstimator(): Estimator {
  let known = new WeakMap<Message, number>();
  let knownWidth = 0;
  return (message, placement, width) => {
    if (width !== knownWidth) {
      known = new WeakMap();
      knownWidth = width;
    }
    const present = known.get(message);
    if (present !== undefined) return present;
    const height = estimateHeight(message, placement(), width);
    known.set(message, height);
    return height;
  };
}
