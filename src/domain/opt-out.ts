/**
 * Opt-out keywords. A peer who sends one as the only word must not be texted on that line until they send an opt-in
 * keyword or the user overrides deliberately.
 * @module
 */
const optOutKeywords = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT']);
const optInKeywords = new Set(['START', 'UNSTOP']);

export type OptOutSignal = { readonly kind: 'opt-out' | 'opt-in'; readonly keyword: string };

/** What an inbound text says about being texted; `undefined` for every text that is not exactly one keyword. */
export function optOutSignal(body: string): OptOutSignal | undefined {
  const keyword = body
    .trim()
    .replace(/[.!]+$/, '')
    .toUpperCase();
  if (optOutKeywords.has(keyword)) return { kind: 'opt-out', keyword };
  if (optInKeywords.has(keyword)) return { kind: 'opt-in', keyword };
  return undefined;
}
