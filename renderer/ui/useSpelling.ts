import { useWindow } from '../state/binding.tsx';

/** What a field carries in which people write sentences: whether spelling is checked, and in which language. */
export function useSpelling(): { readonly spellCheck: boolean; readonly lang: string | undefined } {
  const spellCheck = useWindow((state) => state.settings?.reading.spellCheck ?? true);
  // Browsers choose their dictionary by it; several languages are the desktop app's own affair.
  const lang = useWindow(({ settings }) =>
    settings?.reading.spellCheckLanguages.length === 1 ? settings.reading.spellCheckLanguages[0] : undefined,
  );
  return { spellCheck, lang };
}
