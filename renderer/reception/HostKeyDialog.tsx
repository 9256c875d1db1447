import { useState } from 'react';
import type { HostKey, TunnelFailure } from '../../src/contract/tunnel-failures.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import modal from '../ui/Modal.module.css';
import { Modal } from '../ui/Modal.tsx';
import { useBusy } from '../ui/useBusy.ts';
import styles from './HostKeyDialog.module.css';

const words = texts.reception.keys;

type HostKeyDialogProps = { readonly keys: NonNullable<TunnelFailure['hostKeys']>; readonly onClose: () => void };

/** A server that shows another key must not be taken for the known one by a hasty click: what was compared is said first. */
export function HostKeyDialog({ keys: { known, shown }, onClose }: HostKeyDialogProps) {
  const { reception } = useActions();
  const [compared, setCompared] = useState(false);
  const [busy, during] = useBusy();
  const decide = (act: () => Promise<void>): void => during(() => act().then(onClose));
  return (
    <Modal role="alertdialog" title={words.title} description={words.text(shown.host)} onClose={onClose}>
      <code className={styles.command}>ssh-keygen -lf {hostKeyFile(shown.type)}</code>
      <dl className={styles.keys}>
        <Fingerprint label={words.known} hostKey={known} />
        <Fingerprint label={words.shown} hostKey={shown} isNew />
      </dl>
      <label className={styles.confirm}>
        <input type="checkbox" checked={compared} onChange={(event) => setCompared(event.target.checked)} />
        {words.confirm}
      </label>
      <div className={modal.buttons}>
        <Button tone="bad" disabled={!compared} busy={busy} onClick={() => decide(() => reception.acceptHostKey(shown.fingerprint))}>
          {words.accept}
        </Button>
        <Button tone="primary" busy={busy} onClick={() => decide(reception.stop)}>
          {words.leaveOff}
        </Button>
      </div>
    </Modal>
  );
}

function Fingerprint({ label, hostKey, isNew = false }: { readonly label: string; readonly hostKey: HostKey; readonly isNew?: boolean }) {
  return (
    <div className={styles.key} data-new={isNew ? '' : undefined}>
      <dt>{label}</dt>
      <dd>
        <code>{hostKey.fingerprint}</code>
        <span className={styles.type}>{hostKey.type}</span>
      </dd>
    </div>
  );
}

/** Where OpenSSH keeps its host key of a type, like `ssh-ed25519` or `ecdsa-sha2-nistp256`. */
function hostKeyFile(type: string): string {
  return `/etc/ssh/ssh_host_${type.startsWith('ecdsa') ? 'ecdsa' : type.replace('ssh-', '')}_key.pub`;
}
