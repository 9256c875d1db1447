/**
 * A rule in one sentence, and what each of its actions does.
 * @module
 */
import type { LineView } from '../../src/contract/views.ts';
import type { Rule, RuleAction } from '../../src/domain/rule.ts';
import { locale, texts } from '../texts.ts';

const words = texts.rules;
const either = new Intl.ListFormat(locale, { type: 'disjunction' });

/** When it applies: `“hours”, on Work, not between 09:00 and 17:00`. */
export function whenOf({ condition }: Rule, lines: readonly LineView[]): string {
  const { keywords, lineIds, senders, peers, hours } = condition;
  const parts: string[] = [];
  if (keywords.length > 0) parts.push(keywords.map((keyword) => words.summaryKeywords(keyword)).join(' · '));
  const labels = lineIds.flatMap((id) => lines.find((line) => line.id === id)?.label ?? []);
  if (labels.length > 0) parts.push(words.summaryLines(either.format(labels)));
  if (senders !== 'anyone') parts.push(senders === 'known' ? words.summaryKnown : words.summaryUnknown);
  if (peers.length > 0) parts.push(words.summaryPeers(peers.length));
  if (hours !== null) {
    parts.push(hours.side === 'inside' ? words.summaryInside(hours.from, hours.to) : words.summaryOutside(hours.from, hours.to));
  }
  return parts.length === 0 ? words.summaryAll : parts.join(', ');
}

/** What an action does. */
export function actionWords(action: RuleAction): string {
  switch (action.do) {
    case 'answer':
      return words.would.answer(action.body);
    case 'tag':
      return words.would.tag(action.tag);
    case 'move':
      return words.would.move(words.lanes[action.to]);
    case 'mute':
      return words.would.mute;
    case 'forward':
      return words.would.forward(URL.canParse(action.url) ? new URL(action.url).host : action.url);
  }
}
