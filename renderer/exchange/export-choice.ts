/**
 * What one chose to export, and what that is for the core.
 * @module
 */
import type { CsvColumn, ExportFormat } from '../../src/contract/exchange.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import { texts } from '../texts.ts';

export type ExportChoice = {
  readonly format: ExportFormat;
  /** '' = all lines. */
  readonly lineId: string;
  /** Days as a date field has them, `2026-03-01`; '' = no limit. */
  readonly from: string;
  readonly to: string;
  readonly withMedia: boolean;
  readonly withDeliveries: boolean;
  readonly columns: ReadonlySet<CsvColumn>;
};

/** The same as the contract's list, whose schemas stay out of the window. */
export const columnsInOrder: readonly CsvColumn[] = [
  'date',
  'direction',
  'line',
  'number',
  'name',
  'text',
  'status',
  'attachments',
  'conversation',
  'id',
];

export const usualChoice: ExportChoice = {
  format: 'archive',
  lineId: '',
  from: '',
  to: '',
  withMedia: true,
  withDeliveries: true,
  columns: new Set(columnsInOrder.slice(0, -2)),
};

/** Both days are in it, from their beginning to their end on this computer's calendar. */
export function exportInput(choice: ExportChoice): MethodInput<'exchange.export'> {
  const { format, lineId, from, to, withMedia, withDeliveries, columns } = choice;
  return {
    format,
    withMedia,
    withDeliveries,
    ...(lineId !== '' && { lineIds: [lineId] }),
    ...(from !== '' && { from: beginningOf(from, 0) }),
    ...(to !== '' && { to: beginningOf(to, 1) }),
    ...(format === 'csv' && { columns: columnsInOrder.filter((column) => columns.has(column)), titles: texts.exchange.columnNames }),
  };
}

function beginningOf(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00`);
  date.setDate(date.getDate() + later);
  return date.toISOString();
}
