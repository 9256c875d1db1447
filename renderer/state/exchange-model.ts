/**
 * Where one is with importing and exporting. It lasts while one looks at other pages.
 * @module
 */
import type { Failure } from '../../src/contract/errors.ts';
import type { ExchangeOutcome, ImportReport } from '../../src/contract/exchange.ts';

export type ImportState =
  | { readonly phase: 'none'; readonly failure: Failure | null }
  /** The file is on its way to the core. */
  | { readonly phase: 'taking'; readonly name: string; readonly done: number; readonly total: number }
  | { readonly phase: 'looking'; readonly name: string }
  /** `comparing`: another line was chosen, and what is on it already is being found out. */
  | { readonly phase: 'report'; readonly report: ImportReport; readonly comparing: boolean; readonly failure: Failure | null }
  | { readonly phase: 'running'; readonly jobId: string; readonly name: string }
  | { readonly phase: 'over'; readonly jobId: string; readonly outcome: ExchangeOutcome };

export type ExportState =
  | { readonly phase: 'none'; readonly failure: Failure | null }
  | { readonly phase: 'running'; readonly jobId: string }
  | {
      readonly phase: 'over';
      readonly jobId: string;
      readonly outcome: ExchangeOutcome;
      readonly savedAs: string | null;
      readonly failure: Failure | null;
    };

export type ExchangeState = { readonly import: ImportState; readonly export: ExportState };

export const noExchange: ExchangeState = { import: { phase: 'none', failure: null }, export: { phase: 'none', failure: null } };
