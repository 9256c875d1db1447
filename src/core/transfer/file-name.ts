/**
 * What an export is called until the user gives it another name.
 * @module
 */
import type { ExportFormat } from '../../contract/exchange.ts';

const endings: Readonly<Record<ExportFormat, string>> = { archive: '.texttray.jsonl', 'sms-backup': '.xml', csv: '.csv' };

/** @param now milliseconds since the epoch; the day is UTC's, as the times in it are */
export function exportName(format: ExportFormat, now: number): string {
  return `texttray-${new Date(now).toISOString().slice(0, 10)}${endings[format]}`;
}
