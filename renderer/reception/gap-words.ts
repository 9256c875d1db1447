/**
 * What is known of a gap, in words.
 * @module
 */
import type { GapOutcome, GapView } from '../../src/contract/reachability.ts';
import { capitalized, moment, momentRange } from '../format/time.ts';
import { texts } from '../texts.ts';
import type { IconName } from '../ui/icons.tsx';

const { ledger, outcomes } = texts.reception;

export type OutcomeWords = { readonly tone: 'good' | 'plain' | 'warn'; readonly icon: IconName; readonly text: string };

export function outcomeWords(outcome: GapOutcome, now: Date): OutcomeWords {
  switch (outcome.kind) {
    case 'nothing-lost':
      return { tone: 'good', icon: 'check', text: outcomes['nothing-lost'](outcome.retryMinutes) };
    case 'checked':
      return { tone: 'good', icon: 'check', text: outcomes.checked(momentRange(outcome.from, outcome.to, now), outcome.recovered) };
    case 'waiting':
      return { tone: 'plain', icon: 'clock', text: outcomes.waiting };
    case 'checking':
      return { tone: 'plain', icon: 'retry', text: outcomes.checking };
    case 'failed': {
      const text = outcomes.failed(texts.said(outcome.message), moment(outcome.at, now));
      return { tone: 'warn', icon: 'alert', text: outcome.recovered > 0 ? `${text} ${outcomes.alsoRecovered(outcome.recovered)}` : text };
    }
    case 'cannot-check':
      return { tone: 'warn', icon: 'question', text: outcomes['cannot-check'] };
  }
}

/** `Texttray was closed, then nothing came through` */
export function causesWords(causes: GapView['causes']): string {
  const text = causes.map((cause) => ledger.causes[cause]).join(ledger.thenCame);
  return capitalized(text);
}
