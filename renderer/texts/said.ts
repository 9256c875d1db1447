/**
 * The core speaks English: its failures, problems and reasons come with a sentence. A window in another language looks the
 * sentence up and shows its own; one it has no words for (a provider's own, say) is shown as it came.
 * @module
 */

/** English sentences with the language's own. `{}` stands for whatever is there, which is looked up in turn. */
export type Phrases = Readonly<Record<string, string>>;

type Pattern = { readonly fits: RegExp; readonly own: readonly string[] };

/** What stands for `{}` may hold what stands for `{}` again, but not for ever. */
const deepest = 3;

export function sayingIn(phrases: Phrases): (said: string) => string {
  const whole = new Map(Object.entries(phrases));
  const patterns: Pattern[] = Object.entries(phrases)
    .filter(([english]) => english.includes('{}'))
    // The more is fixed, the more exact it is.
    .sort(([one], [other]) => other.length - one.length)
    .map(([english, own]) => ({ fits: new RegExp(`^${english.split('{}').map(escaped).join('(.+?)')}$`, 's'), own: own.split('{}') }));

  function known(text: string, depth: number): string | undefined {
    const own = whole.get(text);
    if (own !== undefined) return own;
    // An action is kept without its full stop.
    const unstopped = text.endsWith('.') ? whole.get(text.slice(0, -1)) : undefined;
    return unstopped === undefined ? filled(text, depth) : `${unstopped}.`;
  }

  function filled(text: string, depth: number): string | undefined {
    if (depth >= deepest) return undefined;
    for (const { fits, own } of patterns) {
      const parts = fits.exec(text);
      if (parts) return own.map((piece, index) => (index === 0 ? piece : `${say(parts[index] ?? '', depth + 1)}${piece}`)).join('');
    }
    return undefined;
  }

  /** Sentence after sentence, as many at once as are known together. */
  function say(text: string, depth: number): string {
    const all = known(text, depth);
    if (all !== undefined) return all;
    const sentences = text.split(/(?<=[.!?…]) (?=\p{L})/u);
    for (let count = sentences.length - 1; count > 0; count -= 1) {
      const first = known(sentences.slice(0, count).join(' '), depth);
      if (first !== undefined) return `${first} ${say(sentences.slice(count).join(' '), depth)}`;
    }
    const [first, ...rest] = sentences;
    return rest.length === 0 ? text : `${first} ${say(rest.join(' '), depth)}`;
  }

  return (said) => say(said, 0);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
