/**
 * Larger and smaller from the menu: the same setting as the keys in the window change.
 * @module
 */
import type { Handlers } from '../src/contract/methods.ts';
import type { Logger } from '../src/core/ports.ts';
import { textSizeAfter } from '../src/domain/text-size.ts';

type Options = { readonly handlers: Pick<Handlers, 'settings.get' | 'settings.update'>; readonly logger: Logger };

export function createSizing({ handlers, logger }: Options): (direction: 1 | 0 | -1) => void {
  const change = async (direction: 1 | 0 | -1): Promise<void> => {
    const settings = await handlers['settings.get']({});
    if (!settings.ok) return;
    await handlers['settings.update']({ reading: { textSize: textSizeAfter(settings.value.reading.textSize, direction) } });
  };
  return (direction) => {
    change(direction).catch((error: unknown) => logger.error('menu.size-failed', { error }));
  };
}
