/**
 * What the user set about reading, applied: the size at once, another language by loading the window anew, because words
 * are read into constants. Drafts are stored and one comes back to where one chose.
 * @module
 */
import type { Settings } from '../src/domain/settings.ts';
import { isSpoken } from './language.ts';
import type { WindowStore } from './state/store.ts';
import { showTextSize } from './text-size.ts';

const returnKey = 'texttray.return';

type Options = {
  readonly store: WindowStore;
  /** Drafts that are not stored yet. */
  readonly flush: () => void;
  readonly goToSettings: () => void;
};

export function followReading({ store, flush, goToSettings }: Options): void {
  let applied: Settings['reading'] | undefined;
  let isLeaving = false;
  store.subscribe(({ settings, page }) => {
    if (settings === null || settings.reading === applied || isLeaving) return;
    applied = settings.reading;
    const { language, textSize } = applied;
    showTextSize(textSize);
    if (isSpoken(language)) return;
    isLeaving = true;
    if (page.name === 'settings') sessionStorage.setItem(returnKey, page.name);
    flush();
    location.reload();
  });
  if (sessionStorage.getItem(returnKey) !== null) goToSettings();
  sessionStorage.removeItem(returnKey);
}
