import { expect, test } from 'vitest';
import { createSettingsHandlers } from '../../../src/core/settings.ts';
import { type Settings, settingsSchema } from '../../../src/domain/settings.ts';

/** A document that takes its time to write. */
function slowDocument() {
  let value: Settings = settingsSchema.parse({});
  let fails = false;
  return {
    get: () => value,
    async set(next: Settings) {
      await new Promise((resolve) => setImmediate(resolve));
      if (fails) throw new Error('The disk is full.');
      value = next;
    },
    fail(now: boolean) {
      fails = now;
    },
  };
}

test('changes that come at once are all kept, group by group and member by member', async () => {
  const document = slowDocument();
  const told: Settings[] = [];
  const handlers = createSettingsHandlers({ document, onChanged: (settings) => told.push(settings) });
  await Promise.all([
    handlers['settings.update']({ quietHours: { enabled: true } }),
    handlers['settings.update']({ quietHours: { from: '21:30' } }),
    handlers['settings.update']({ theme: 'dark' }),
    handlers['settings.update']({ quietHours: { letCodesThrough: false } }),
  ]);
  expect(document.get()).toMatchObject({
    theme: 'dark',
    quietHours: { enabled: true, from: '21:30', to: '07:00', letCodesThrough: false },
  });
  expect(told).toHaveLength(4);
});

test('a change that could not be written keeps no other from being made', async () => {
  const document = slowDocument();
  const handlers = createSettingsHandlers({ document, onChanged: () => undefined });
  document.fail(true);
  await expect(handlers['settings.update']({ theme: 'dark' })).rejects.toThrow('The disk is full.');
  document.fail(false);
  await handlers['settings.update']({ startAtLogin: true });
  expect(document.get()).toMatchObject({ theme: 'system', startAtLogin: true });
});
