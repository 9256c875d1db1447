/**
 * Which deliveries are taken along when it is all that are listed.
 * @module
 */
import type { Answered } from '../../src/contract/errors.ts';
import type { DeliveryFilter } from '../../src/contract/methods/deliveries.ts';
import type { MethodInput } from '../../src/contract/methods.ts';
import type { Call } from '../bridge.ts';

export type ExportFormat = MethodInput<'deliveries.export'>['format'];

/** As many as one file takes. */
export const mostTaken = 1_000;
const pageSize = 500;
/** A search through a long log answers in pieces, some of them empty. */
const mostPieces = 100;

export type Gathered = { readonly ids: readonly string[] /** There are older ones that are left out. */; readonly more: boolean };

/** The newest deliveries a filter lists, also those the window has not scrolled to. */
export async function gather(call: Call, filter: DeliveryFilter): Promise<Answered<Gathered>> {
  const ids: string[] = [];
  let before: string | null = null;
  for (let piece = 0; piece < mostPieces; piece += 1) {
    const answer: Answered<Page> = await call('deliveries.list', { ...filter, limit: pageSize, ...(before !== null && { before }) });
    if (!answer.ok) return answer;
    ids.push(...answer.value.items.map(({ id }) => id));
    before = answer.value.nextBefore;
    if (before === null || ids.length > mostTaken) break;
  }
  return { ok: true, value: { ids: ids.slice(0, mostTaken), more: before !== null || ids.length > mostTaken } };
}

type Page = { readonly items: readonly { readonly id: string }[]; readonly nextBefore: string | null };
