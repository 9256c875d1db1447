import { useEffect, useState } from 'react';
import type { Answered, Failure } from '../../src/contract/errors.ts';
import { formatBytes } from '../format/size.ts';
import { useActions, useStateNow } from '../state/binding.tsx';
import { filterOf } from '../state/delivery-model.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Choice, Toggle } from '../ui/Choice.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Modal } from '../ui/Modal.tsx';
import { type ExportFormat, type Gathered, gather } from './gathering.ts';
import styles from './TakeAlong.module.css';
import { words } from './words.ts';

type ExportProps = { readonly deliveryId: string; readonly format: ExportFormat; readonly onClose: () => void };

/** One delivery or all that are listed, as a file: with numbers and codes masked unless one wants them. */
export function ExportDialog({ deliveryId, format, onClose }: ExportProps) {
  const [which, setWhich] = useState<'one' | 'listed'>('one');
  const [mask, setMask] = useState(true);
  const listed = useListed();
  const { save, saving, failure } = useSaving(format, onClose);
  const waits = which === 'listed' && listed === null;
  const ids = which === 'one' ? [deliveryId] : listed?.ok ? listed.value.ids : [];
  return (
    <Modal title={words.titles[format]} description={words.texts[format]} onClose={onClose}>
      <div className={styles.form}>
        <div className={styles.field}>
          <p className={styles.label} aria-hidden="true">
            {words.which}
          </p>
          <Choice
            label={words.which}
            value={which}
            options={[
              { value: 'one', label: words.one },
              { value: 'listed', label: listedLabel(listed) },
            ]}
            onValue={setWhich}
          />
        </div>
        <Toggle label={words.mask} help={words.maskHelp} on={mask} onToggle={setMask} />
        <FormFailure failure={failure ?? (listed?.ok === false && which === 'listed' ? listed.error : null)} />
      </div>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button tone="primary" icon="download" busy={saving} disabled={waits || ids.length === 0} onClick={() => void save(ids, mask)}>
          {saving ? words.saving : words.save}
        </Button>
      </div>
    </Modal>
  );
}

function listedLabel(listed: Answered<Gathered> | null): string {
  return listed?.ok ? words.listed(listed.value.ids.length, listed.value.more) : words.gathering;
}

/** All that the list shows as it is narrowed now; `null` while they are counted. */
function useListed(): Answered<Gathered> | null {
  const { call } = useActions();
  const now = useStateNow();
  const [listed, setListed] = useState<Answered<Gathered> | null>(null);
  useEffect(() => {
    let wanted = true;
    void gather(call, filterOf(now().deliveries.choice, new Date())).then((answer) => {
      if (wanted) setListed(answer);
    });
    return () => {
      wanted = false;
    };
  }, [call, now]);
  return listed;
}

function useSaving(format: ExportFormat, onSaved: () => void) {
  const { call, files, toasts } = useActions();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  async function save(ids: readonly string[], mask: boolean): Promise<void> {
    setSaving(true);
    setFailure(null);
    const made = await call('deliveries.export', { ids: [...ids], format, mask });
    if (!made.ok) {
      setSaving(false);
      return setFailure(made.error);
    }
    const { fileId, name, bytes, notes } = made.value;
    const saved = await files.saveFile(fileId, name);
    setSaving(false);
    void files.releaseFile(fileId);
    if (!saved.ok) return setFailure(saved.error);
    // The dialog of the system was closed: nothing was saved, and nothing has to be said.
    if (saved.value === null) return;
    const details = [`${words.savedText(ids.length, formatBytes(bytes))}.`, ...notes.map((note) => words.notes[note])];
    toasts.show({ tone: 'plain', title: words.saved(saved.value.name), text: details.join(' ') });
    onSaved();
  }
  return { save, saving, failure };
}
