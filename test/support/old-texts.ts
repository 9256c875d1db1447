/**
 * Texts of earlier times, always the same, in an order that has nothing to do with time.
 * @module
 */
import type { HistoricMessage } from '../../src/core/ports.ts';

const count = 8_000;
const peers = 20;
const began = Date.parse('2015-01-01T00:00:00.000Z');

export const oldTextCount = count;

export function* oldTexts(): Generator<HistoricMessage> {
  for (let turn = 0; turn < count; turn += 1) {
    const index = (turn * 7_919) % count;
    yield {
      lineId: 'l_1',
      peer: `Sender ${index % peers}`,
      direction: index % 3 === 0 ? 'outbound' : 'inbound',
      body: `old ${index} ${'and so on '.repeat(index % 30)}`,
      at: new Date(began + index * 61_003).toISOString(),
      status: index % 3 === 0 ? 'sent' : 'received',
    };
  }
}
