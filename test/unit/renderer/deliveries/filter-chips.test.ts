import { describe, expect, test } from 'vitest';
import { chipsOf } from '../../../../renderer/deliveries/filter-chips.ts';
import { anyDelivery, type DeliveryChoice } from '../../../../renderer/state/delivery-model.ts';
import { aLine } from '../builders.ts';

const now = new Date('2026-03-01T12:00:00Z');
const chips = (choice: Partial<DeliveryChoice>) => chipsOf({ ...anyDelivery, ...choice }, [aLine('work', { label: 'Work' })], now);

describe('what the list is narrowed by, in words', () => {
  test('nothing chosen is no chip', () => {
    expect(chips({ text: '  ' })).toEqual([]);
  });

  test('each says what it is, and what is left without it', () => {
    const all = chips({ messageId: 'm1', lineId: 'work', verdicts: ['rejected', 'duplicate'], time: { kind: 'today' }, text: ' forged ' });
    expect(all.map(({ label }) => label)).toEqual(['Deliveries of this message', 'Work', 'Refused', 'Duplicate', 'Today', '“forged”']);
    expect(all.map(({ without }) => without)).toEqual([
      { messageId: null },
      { lineId: null },
      { verdicts: ['duplicate'] },
      { verdicts: ['rejected'] },
      { time: null },
      { text: '' },
    ]);
  });

  test('a line that was removed still has a chip', () => {
    expect(chips({ lineId: 'gone' })).toHaveLength(1);
  });

  test('a span of its own may be open at either end, and may be the wrong way round', () => {
    const label = (from: string, to: string) => chips({ time: { kind: 'range', from, to } })[0]?.label;
    expect(label('2026-03-01T10:00', '')).toMatch(/^Since /);
    expect(label('', '2026-03-01T10:00')).toMatch(/^Until /);
    expect(label('', '')).toBe('From … to …');
    expect(label('2026-03-01T11:00', '2026-03-01T10:00')).toBe(label('2026-03-01T10:00', '2026-03-01T11:00'));
  });
});
