/**
 * The tunnel's log as people read it: the latest sentences, newest last, in memory only.
 * @module
 */
import type { TunnelLogEntry } from '../contract/tunnel.ts';
import type { Clock } from '../core/ports.ts';

export type Journal = {
  write(text: string): void;
  entries(): readonly TunnelLogEntry[];
};

const keep = 60;
const longestText = 300;

export function createJournal(clock: Clock): Journal {
  let entries: readonly TunnelLogEntry[] = [];
  return {
    write(text) {
      const entry = { at: new Date(clock.now()).toISOString(), text: text.slice(0, longestText) };
      entries = [...entries.slice(1 - keep), entry];
    },
    entries: () => entries,
  };
}
