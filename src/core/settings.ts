/**
 * The contract's `settings.*`.
 * @module
 */
import type { Handlers } from '../contract/methods.ts';
import { ok } from '../domain/result.ts';
import { type Settings, settingsSchema } from '../domain/settings.ts';
import type { Document } from './ports.ts';
import { createTurns } from './turns.ts';

type Dependencies = {
  readonly document: Document<Settings> /** Told of the settings once they are stored. */;
  readonly onChanged: (settings: Settings) => void;
};

export function createSettingsHandlers({ document, onChanged }: Dependencies): Pick<Handlers, 'settings.get' | 'settings.update'> {
  const turns = createTurns();
  return {
    'settings.get': async () => ok(document.get()),
    // One after the other: a change is made to what the one before it left, or that one would be lost.
    'settings.update': (changes) =>
      turns('settings', async () => {
        const next = settingsSchema.parse(merged(document.get(), changes));
        await document.set(next);
        onChanged(next);
        return ok(next);
      }),
  };
}

/** Groups change member by member, everything else whole. */
function merged(present: object, changes: object): object {
  const next = new Map<string, unknown>(Object.entries(present));
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) continue;
    next.set(name, isGroup(value) ? merged(next.get(name) as object, value) : value);
  }
  return Object.fromEntries(next);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
