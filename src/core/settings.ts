/**
 * The contract's `settings.*`.
 * @module
 */
import type { Handlers } from '../contract/methods.ts';
import { ok } from '../domain/result.ts';
import { type Settings, settingsSchema } from '../domain/settings.ts';
import type { Document } from './ports.ts';

type Dependencies = {
  readonly document: Document<Settings> /** Told of the settings once they are stored. */;
  readonly onChanged: (settings: Settings) => void;
};

export function createSettingsHandlers({ document, onChanged }: Dependencies): Pick<Handlers, 'settings.get' | 'settings.update'> {
  return {
    'settings.get': async () => ok(document.get()),
    'settings.update': async (changes) => {
      const present = document.get();
      const next = settingsSchema.parse({
        ...present,
        ...dropUndefined(changes),
        notifications: { ...present.notifications, ...dropUndefined(changes.notifications ?? {}) },
        registration: { ...present.registration, ...dropUndefined(changes.registration ?? {}) },
        deliveries: { ...present.deliveries, ...dropUndefined(changes.deliveries ?? {}) },
      });
      await document.set(next);
      onChanged(next);
      return ok(next);
    },
  };
}

function dropUndefined(changes: object): object {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
