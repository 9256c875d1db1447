import { useEffect, useState } from 'react';
import { moment } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import type { ReachRange } from '../state/model.ts';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Section } from '../ui/Page.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { type Account, accountOf, sentenceFor } from './account.ts';
import { GapList } from './GapList.tsx';
import styles from './Ledger.module.css';
import { ReachStrip } from './ReachStrip.tsx';

const words = texts.reception.ledger;
const ranges = ([1, 30] as const).map((value) => ({ value, label: words.ranges[value] }));

type Tone = 'good' | 'plain' | 'warn';
const icons: Record<Tone, IconName> = { good: 'check', plain: 'clock', warn: 'alert' };
const tones: Record<Account['kind'], Tone> = {
  unbroken: 'good',
  covered: 'good',
  'nothing-known': 'plain',
  'no-lines': 'plain',
  checking: 'plain',
  lasts: 'warn',
  open: 'warn',
};

/** When texts could arrive and when not, and what became of the texts of each gap. */
export function Ledger() {
  const [days, setDays] = useState<ReachRange>(1);
  const history = useHistory(days);
  const failure = useWindow((state) => state.reach.failure);
  const now = useNow();
  const hasLines = useWindow((state) => activeLines(state.lines).some(({ provider }) => provider !== 'practice'));
  const account = history && accountOf(history, hasLines);
  return (
    <Section title={words.title} help={words.help}>
      <div className={styles.head}>
        <p className={styles.account} role="status" data-tone={account && tones[account.kind]}>
          {account && <Icon name={icons[tones[account.kind]]} />}
          {account ? sentenceFor(account, days, (at) => moment(at, now)) : texts.loading}
        </p>
        <Segments label={words.range} value={days} options={ranges} onValue={setDays} />
      </div>
      {failure && <FormFailure failure={{ ...failure, message: words.loadFailed }} />}
      {history ? <ReachStrip key={days} days={days} history={history} /> : !failure && <Spinner label={texts.loading} />}
      {history && <GapList key={`gaps ${days}`} gaps={history.gaps} />}
    </Section>
  );
}

/** Asked for again whenever something may have happened: the reception changed, the core was away, half a minute passed. */
function useHistory(days: ReachRange) {
  const { reception } = useActions();
  const history = useWindow((state) => state.reach.histories[days]);
  const state = useWindow((window) => window.tunnel?.reception);
  const since = useWindow((window) => window.tunnel?.since);
  const connection = useWindow((window) => window.connection);
  const now = useNow();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes after `days` are the reasons to ask again.
  useEffect(() => void reception.loadHistory(days), [reception, days, state, since, connection, now]);
  return history;
}
