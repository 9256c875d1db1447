/**
 * What time it is for the other side, in words.
 * @module
 */
import { isNightThere, type LocalTime, localTimeOf, minutesAt } from '../../src/domain/zone/zone.ts';
import { wallClock } from '../format/time.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';

export type TheirTime = { readonly words: string; readonly isNight: boolean };

/** `03:12 for them`; `undefined` when it is not known or the same as here. */
export function theirTimeAt(time: LocalTime | undefined, at: Date): TheirTime | undefined {
  const here = -at.getTimezoneOffset();
  if (time === undefined || (time.earliest === here && time.latest === here)) return undefined;
  const [from, to] = [time.earliest, time.latest].map((offset) => wallClock(minutesAt(offset, at)));
  const words = from === to ? texts.sending.theirTime(from ?? '') : texts.sending.theirTimeRange(from ?? '', to ?? '');
  return { words, isNight: isNightThere(time, at) };
}

/** As `theirTimeAt`, of a peer, in a component. */
export function useTheirTime(peer: string, at: Date): TheirTime | undefined {
  const zone = useWindow((state) => state.contactsByAddress.get(peer)?.zone);
  return theirTimeAt(localTimeOf(peer, at, zone), at);
}
