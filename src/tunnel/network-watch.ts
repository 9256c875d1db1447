/**
 * Notices that this computer got another network, or slept: then a tunnel is better tried at once than at its turn. Node
 * has no event for either.
 * @module
 */
import { networkInterfaces } from 'node:os';
import type { Clock } from '../core/ports.ts';

const everyMs = 5_000;
/** A look this much later than it was due means that the computer slept. */
const sleptMs = 20_000;

/** The addresses of this computer, without those that lead only to itself. */
function systemAddresses(): string {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    .sort()
    .join(' ');
}

/** Calls `onChange` after each change; the returned function ends the watch. */
export function watchNetwork(clock: Clock, onChange: () => void, addresses: () => string = systemAddresses): () => void {
  let known = addresses();
  let lookedAt = clock.now();
  const look = (): void => {
    const [current, now] = [addresses(), clock.now()];
    const changed = current !== known || now - lookedAt > everyMs + sleptMs;
    known = current;
    lookedAt = now;
    takeBack = clock.after(everyMs, look);
    if (changed) onChange();
  };
  let takeBack = clock.after(everyMs, look);
  return () => takeBack();
}
