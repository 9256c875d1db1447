/**
 * What the list is narrowed by, in words, each with what is left when it is taken away.
 * @module
 */
import type { LineView } from '../../src/contract/views.ts';
import { exactTime } from '../format/time.ts';
import { anyDelivery, type DeliveryChoice, type DeliveryTime } from '../state/delivery-model.ts';
import { texts } from '../texts.ts';
import { spanOf } from './spans.ts';
import { words } from './words.ts';

export type FilterChip = { readonly key: string; readonly label: string; readonly without: Partial<DeliveryChoice> };

export function chipsOf(choice: DeliveryChoice, lines: readonly LineView[], now: Date): readonly FilterChip[] {
  const { lineId, verdicts, time, text, messageId } = choice;
  const chips: FilterChip[] = [];
  if (messageId !== null) chips.push({ key: 'message', label: words.filters.ofMessage, without: { messageId: null } });
  if (lineId !== null) {
    const label = lines.find(({ id }) => id === lineId)?.label ?? texts.lanes.removedLine;
    chips.push({ key: 'line', label, without: { lineId: null } });
  }
  for (const verdict of verdicts) {
    chips.push({ key: verdict, label: texts.verdicts[verdict], without: { verdicts: verdicts.filter((other) => other !== verdict) } });
  }
  if (time !== null) chips.push({ key: 'time', label: timeInWords(time, now), without: { time: null } });
  if (text.trim() !== '') chips.push({ key: 'text', label: words.filters.containing(text.trim()), without: { text: anyDelivery.text } });
  return chips;
}

export function timeInWords(time: DeliveryTime, now: Date): string {
  switch (time.kind) {
    case 'hours':
      return words.filters.lastHour;
    case 'today':
      return words.filters.today;
    case 'days':
      return words.filters.days(time.days);
    case 'span':
      return spanOf(time.from, time.to, now);
    case 'range': {
      const { from, to } = time;
      if (from !== '' && to !== '') return spanOf(from, to, now);
      if (from !== '') return words.filters.since(exactTime(from));
      return to === '' ? words.filters.range : words.filters.until(exactTime(to));
    }
  }
}
