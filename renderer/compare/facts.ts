/**
 * What is known of a delivery besides what it carried, as rows that can be compared.
 * @module
 */
import type { DeliveryView } from '../../src/contract/views.ts';
import { formatBytes } from '../format/size.ts';
import { exactTime } from '../format/time.ts';
import { texts } from '../texts.ts';
import { words } from './words.ts';

export type Fact = {
  readonly label: string;
  readonly one: string;
  readonly other: string;
  /** Two deliveries never agree in it: it is shown, and is no difference. */
  readonly always: boolean;
};

type Lines = (lineId: string) => string;

export function factsOf(one: DeliveryView, other: DeliveryView, lineName: Lines): readonly Fact[] {
  const mine = tell(one, lineName);
  const theirs = tell(other, lineName);
  return mine.flatMap(([label, value], place): readonly Fact[] => {
    const otherValue = theirs[place]?.[1] ?? '';
    return value === '' && otherValue === '' ? [] : [{ label, one: value, other: otherValue, always: everDiffers.has(label) }];
  });
}

const everDiffers: ReadonlySet<string> = new Set([words.fact.receivedAt, words.fact.answered]);

function tell(delivery: DeliveryView, lineName: Lines): readonly (readonly [string, string])[] {
  const { reason, status, lineId, receivedAt, method, path, query = '', source, bytes, key = '', timings } = delivery;
  const { fact } = words;
  return [
    [fact.reason, reason ? texts.reasons[reason] : ''],
    [fact.status, String(status)],
    [fact.line, lineName(lineId)],
    [fact.receivedAt, exactTime(receivedAt)],
    [fact.request, `${method} ${path}${query}`],
    [fact.source, source],
    [fact.size, formatBytes(bytes)],
    [fact.key, key],
    [fact.answered, `${timings.answered.toFixed(1)} ms`],
  ];
}
