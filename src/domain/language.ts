/**
 * Which language Texttray speaks: the one the user chose, or the first of the system's that it knows.
 * @module
 */
export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** `preferred`: the system's languages as BCP 47 tags, the best first. English where none of them is known. */
export function languageFor(choice: Language | 'system', preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const known = languages.find((language) => language === primary(tag));
    if (known) return known;
  }
  return 'en';
}

/** The tag for dates and numbers: the system's own variety of the language, e.g. `de-AT`, or else the language alone. */
export function localeFor(language: Language, preferred: readonly string[]): string {
  return preferred.find((tag) => primary(tag) === language && isWellFormed(tag)) ?? language;
}

function primary(tag: string): string | undefined {
  return tag.toLowerCase().split(/[-_]/)[0];
}

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
