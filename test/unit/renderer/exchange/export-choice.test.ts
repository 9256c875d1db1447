import { expect, test } from 'vitest';
import { columnsInOrder, exportInput, usualChoice } from '../../../../renderer/exchange/export-choice.ts';
import { csvColumnSchema } from '../../../../src/contract/exchange.ts';
import { exchangeMethods } from '../../../../src/contract/methods/exchange.ts';

test('the columns one can choose are those the core knows', () => {
  expect(columnsInOrder).toEqual(csvColumnSchema.options);
});

test('both days are part of what is exported, from their beginning to their end on this calendar', () => {
  const { from, to } = exportInput({ ...usualChoice, from: '2026-03-01', to: '2026-03-01' });
  expect(new Date(from ?? '').toString()).toContain('Mar 01 2026 00:00:00');
  expect(new Date(to ?? '').toString()).toContain('Mar 02 2026 00:00:00');
});

test('nothing chosen means everything', () => {
  expect(exportInput(usualChoice)).toEqual({ format: 'archive', withMedia: true, withDeliveries: true });
});

test('columns come in their usual order, whatever order they were chosen in, and only for a table', () => {
  const columns = new Set(['text', 'date'] as const);
  expect(exportInput({ ...usualChoice, format: 'csv', columns }).columns).toEqual(['date', 'text']);
  expect(exportInput({ ...usualChoice, columns }).columns).toBeUndefined();
});

test('what is chosen is what the core takes', () => {
  const input = exportInput({ ...usualChoice, format: 'csv', lineId: 'l_1', from: '2026-01-01', to: '2026-02-01' });
  expect(exchangeMethods['exchange.export'].input.safeParse(input).success).toBe(true);
});
