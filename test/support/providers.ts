import type { Clock, Provider } from '../../src/core/ports.ts';
import type { ProviderName } from '../../src/domain/line.ts';
import { createProviderRegistry } from '../../src/providers/registry.ts';
import { manualClock } from './manual-clock.ts';

/** One provider of the real registry. */
export function provider(name: ProviderName, clock: Clock = manualClock()): Provider {
  let tokens = 0;
  const random = {
    token: (bytes: number) => {
      tokens += 1;
      return `${tokens}`.padStart(bytes, 'r');
    },
    fraction: () => 0.5,
  };
  const found = createProviderRegistry({ clock, random }).get(name);
  if (found === undefined) throw new Error(`There is no provider ${name}.`);
  return found;
}
