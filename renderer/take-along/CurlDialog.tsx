import { useEffect, useState } from 'react';
import type { Answered } from '../../src/contract/errors.ts';
import type { MethodInput, MethodOutput } from '../../src/contract/methods.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Choice.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Modal } from '../ui/Modal.tsx';
import { Segments } from '../ui/Segments.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Notes } from './Notes.tsx';
import styles from './TakeAlong.module.css';
import { words } from './words.ts';

type To = NonNullable<MethodInput<'deliveries.curl'>['to']>;

/** More of a command is copied, but not shown. */
const shownAtMost = 12_000;

/** A delivery as a command for a terminal: where to, whether numbers and codes are masked, and what to know of it. */
export function CurlDialog({ deliveryId, onClose }: { readonly deliveryId: string; readonly onClose: () => void }) {
  const [to, setTo] = useState<To>('public');
  const [mask, setMask] = useState(false);
  const written = useCommand(deliveryId, to, mask);
  return (
    <Modal title={words.curlTitle} description={words.curlText} onClose={onClose}>
      <div className={styles.form}>
        <Segments
          label={words.to}
          labelled
          value={to}
          options={[
            { value: 'public', label: words.targets.public },
            { value: 'local', label: words.targets.local },
          ]}
          onValue={setTo}
        />
        <p className={styles.help}>{to === 'public' ? words.toPublic : words.toLocal}</p>
        <Toggle label={words.mask} help={words.maskHelp} on={mask} onToggle={setMask} />
        {written === null && <Spinner label={words.writing} />}
        {written?.ok === false && <FormFailure failure={written.error} />}
        {written?.ok && <Command {...written.value} />}
      </div>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{texts.close}</Button>
      </div>
    </Modal>
  );
}

function Command({ command, notes }: MethodOutput<'deliveries.curl'>) {
  return (
    <>
      <div className={styles.head}>
        <h3 className={styles.label}>{words.command}</h3>
        <CopyButton text={command} label={words.copyCommand} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.command} tabIndex={0} aria-label={words.command}>
        <pre>{command.slice(0, shownAtMost)}</pre>
      </section>
      {command.length > shownAtMost && <p className={styles.help}>{words.cut(command.length)}</p>}
      <Notes notes={notes} />
    </>
  );
}

/** `null` while it is written. */
function useCommand(id: string, to: To, mask: boolean): Answered<MethodOutput<'deliveries.curl'>> | null {
  const { call } = useActions();
  const [written, setWritten] = useState<Answered<MethodOutput<'deliveries.curl'>> | null>(null);
  useEffect(() => {
    let wanted = true;
    setWritten(null);
    void call('deliveries.curl', { id, to, mask }).then((answer) => {
      if (wanted) setWritten(answer);
    });
    return () => {
      wanted = false;
    };
  }, [call, id, to, mask]);
  return written;
}
