/**
 * The contract's `deliveries.curl|export`: deliveries for other tools. No secret of a line is ever in them: what was masked
 * when it was recorded stays so.
 * @module
 */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { refuse } from '../../../contract/errors.ts';
import { explainFileError } from '../../../contract/file-errors.ts';
import type { Handlers, MethodOutput, ParsedInput } from '../../../contract/methods.ts';
import type { Delivery } from '../../../domain/delivery.ts';
import type { Line } from '../../../domain/line.ts';
import { regionOf } from '../../../domain/region.ts';
import { failed, ok } from '../../../domain/result.ts';
import type { DeliveryWriter, ReservedFile, TakenDelivery } from '../../ports.ts';
import type { Inspecting } from '../ground.ts';

type Names = 'deliveries.curl' | 'deliveries.export';
type Note = MethodOutput<'deliveries.curl'>['notes'][number];
type Format = ParsedInput<'deliveries.export'>['format'];

const endings: Readonly<Record<Format, string>> = { har: '.har', fixtures: '.zip' };
const gone = { message: 'This delivery is older than the app keeps them.' };

export function createTakeAlong(ground: Inspecting): Pick<Handlers, Names> {
  const { deliveries, lines, files, takeAlong, version, names, clock, logger } = ground;

  const urlOf = (line: Line, to: 'public' | 'local'): string => {
    const newest = line.provider === 'practice' ? undefined : line.publicUrls[0]?.url;
    return to === 'public' ? (newest ?? lines.localUrl(line)) : lines.localUrl(line);
  };

  const taken = (delivery: Delivery, to: 'public' | 'local'): TakenDelivery | undefined => {
    const line = lines.any(delivery.lineId);
    return line && { delivery, provider: line.provider, url: urlOf(line, to) };
  };

  /** Those that are not kept any more are left out. Between them others get their turn. */
  async function* all(ids: readonly string[]): AsyncGenerator<TakenDelivery> {
    for (const id of ids) {
      const delivery = await deliveries.get(id);
      const found = delivery && taken(delivery, 'public');
      if (found !== undefined) yield found;
      await nextTurn();
    }
  }

  const oldestFirst = async (ids: readonly string[]): Promise<readonly string[]> => {
    const found: { readonly id: string; readonly at: string }[] = [];
    for await (const { delivery } of all([...new Set(ids)])) found.push({ id: delivery.id, at: delivery.receivedAt });
    // Lists have the newest first: those of the same moment are turned around.
    const turned = found.toReversed();
    return turned.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0)).map(({ id }) => id);
  };

  /** Where numbers of this delivery without a country code are of. */
  const regionFor = ({ delivery }: TakenDelivery): string => regionOf(lines.any(delivery.lineId)?.number ?? '') || names.region();

  const writerFor = (format: Format, file: ReservedFile, masked: boolean): DeliveryWriter =>
    format === 'har' ? takeAlong.writeHar(file, { version }) : takeAlong.writeFixtures(file, { now: clock.now(), masked });

  return {
    'deliveries.curl': async ({ id, mask, to }) => {
      const delivery = await deliveries.get(id);
      if (delivery === undefined) return refuse('not-found', gone);
      const found = taken(delivery, to);
      if (found === undefined) return refuse('line-not-found');
      const masking = takeAlong.createMasking();
      if (mask) masking.learn(found, regionFor(found));
      const masked = mask ? masking.mask(found) : { taken: found, brokeSignature: false };
      const { command, variables } = takeAlong.curl(masked.taken);
      return ok({ command, notes: notesOf(masked.brokeSignature, variables.length > 0) });
    },

    'deliveries.export': async ({ ids, format, mask }) => {
      const wanted = await oldestFirst(ids);
      if (wanted.length === 0) return refuse('not-found', gone);
      const masking = takeAlong.createMasking();
      if (mask) for await (const each of all(wanted)) masking.learn(each, regionFor(each));
      const notes = new Set<Note>();
      let file: ReservedFile | undefined;
      try {
        file = await files.reserve(`texttray-deliveries-${new Date(clock.now()).toISOString().slice(0, 10)}${endings[format]}`);
        const writer = writerFor(format, file, mask);
        for await (const each of all(wanted)) {
          const masked = mask ? masking.mask(each) : { taken: each, brokeSignature: false };
          if (masked.brokeSignature) notes.add('signature-broken-by-masking');
          await writer.delivery(masked.taken);
        }
        await writer.end();
        const { id, name, bytes } = await file.finish();
        return ok({ fileId: id, name, bytes, notes: [...notes] });
      } catch (error) {
        await file?.abandon();
        logger.error('deliveries.export', { error });
        return failed(explainFileError('export-failed', error));
      }
    },
  };
}

function notesOf(brokeSignature: boolean, hasSecret: boolean): Note[] {
  return [...(brokeSignature ? (['signature-broken-by-masking'] as const) : []), ...(hasSecret ? (['secret-in-variable'] as const) : [])];
}
