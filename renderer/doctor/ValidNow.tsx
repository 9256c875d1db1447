import type { Fix } from '../../src/contract/diagnosis.ts';
import type { DeliveryView } from '../../src/contract/views.ts';
import { useNow } from '../format/useNow.ts';
import { locale } from '../texts.ts';
import { type ComesAgain, comesAgain } from './comes-again.ts';
import styles from './DiagnosisPanel.module.css';
import type { About } from './facts.ts';
import { SendAgain } from './SendAgain.tsx';
import { useLesson } from './useLesson.ts';
import { words } from './words.ts';

type ValidNowProps = { readonly delivery: DeliveryView; readonly about: About; readonly fixed: Fix | null };

/** It would be accepted today: when it comes again by itself, and how to have it at once. */
export function ValidNow({ delivery, about, fixed }: ValidNowProps) {
  const lesson = useLesson(about.line);
  const now = useNow();
  const again = comesAgain(lesson?.retries, delivery.receivedAt, now);
  const provider = about.provider?.label ?? words.unknown.provider;
  return (
    <>
      <p className={styles.cause}>{words.validNow}</p>
      <p>{fixed === null ? words.validNowText : words.fixes[fixed.kind].done}</p>
      {delivery.origin !== 'lab' && lesson && <p>{sentenceFor(again, provider)}</p>}
      <SendAgain delivery={delivery} isStatic={lesson?.proof.scheme === 'static'} takesFocus={fixed !== null} />
      {fixed !== null && <p className={styles.undo}>{words.fixes[fixed.kind].undo}</p>}
    </>
  );
}

const list = new Intl.ListFormat(locale, { type: 'conjunction' });

function sentenceFor(again: ComesAgain, provider: string): string {
  if (again.kind === 'coming') return words.comesAgain(provider, list.format(again.minutes.map(String)));
  return again.kind === 'over' ? words.comesNoMore(provider) : words.comesUnknown(provider);
}
