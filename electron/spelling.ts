/**
 * The spell checker as the user set it. On macOS the system finds out by itself which language is written in.
 * @module
 */
import type { Session } from 'electron';
import type { Settings } from '../src/domain/settings.ts';

type Checked = Pick<Session, 'setSpellCheckerEnabled' | 'setSpellCheckerLanguages' | 'availableSpellCheckerLanguages'>;

type Options = { readonly session: Checked; readonly platform: NodeJS.Platform; readonly system: readonly string[] };

/** Sets what has changed; languages this version of Chromium has no dictionary for are left out. */
export function createSpelling({ session, platform, system }: Options): (reading: Settings['reading']) => void {
  let shown = '';
  return ({ spellCheck, spellCheckLanguages }) => {
    const wanted = spellCheckLanguages.length > 0 ? spellCheckLanguages : system;
    const now = JSON.stringify([spellCheck, wanted]);
    if (now === shown) return;
    shown = now;
    session.setSpellCheckerEnabled(spellCheck);
    if (platform === 'darwin') return;
    const known = dictionariesFor(wanted, session.availableSpellCheckerLanguages);
    if (known.length > 0) session.setSpellCheckerLanguages([...known]);
  };
}

/** `de-AT` is checked with `de` where there is nothing closer, `en` with the first English there is. */
export function dictionariesFor(wanted: readonly string[], available: readonly string[]): readonly string[] {
  const found = wanted.flatMap((tag) => {
    const [language] = tag.split('-');
    const nearest =
      available.find((each) => each === tag) ??
      available.find((each) => each === language) ??
      available.find((each) => each === (language === 'en' ? 'en-US' : undefined)) ??
      available.find((each) => each.split('-')[0] === language);
    return nearest === undefined ? [] : [nearest];
  });
  return [...new Set(found)];
}
