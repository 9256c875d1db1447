import { writeChord } from '../keyboard/chords.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useIsMac } from '../ui/usePlatform.ts';
import { isWaiting } from './lab-store.ts';
import { ResultMark } from './ResultMark.tsx';
import styles from './Target.module.css';
import { useLab, useLabState } from './useLab.ts';
import { words } from './words.ts';

/** Sends what stands in the editor, and says right there what came of the last one. */
export function SendBar() {
  const lab = useLab();
  const mac = useIsMac();
  const [into, ready, waiting, last] = useLabState((state) => [state.into, state.draft !== null, isWaiting(state), state.runs[0]]);
  return (
    <div className={styles.bar}>
      <Button
        tone="primary"
        icon={into === 'inbox' ? 'inbox' : 'send'}
        className={into === 'inbox' ? styles.real : undefined}
        disabled={!ready}
        busy={waiting}
        onClick={() => void lab.send()}
      >
        {words.send[into]}
      </Button>
      <span className={styles.keys}>{writeChord({ mod: true, key: 'Enter' }, mac, texts.shortcuts.keys).join('+')}</span>
      <div className={styles.last} aria-live="polite">
        {last?.state === 'running' && (
          <>
            <Spinner label={words.sending} />
            <Button size="small" onClick={lab.stop}>
              {words.stop}
            </Button>
          </>
        )}
        {last && last.state !== 'running' && <ResultMark run={last} />}
      </div>
    </div>
  );
}
