import { useCallback, useState } from 'react';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { Ledger } from './Ledger.tsx';
import { OldAddresses } from './OldAddresses.tsx';
import styles from './ReceptionPage.module.css';
import { StatusCard } from './StatusCard.tsx';
import { TunnelLog } from './TunnelLog.tsx';
import type { FieldWish } from './WayChooser.tsx';
import { Ways } from './Ways.tsx';

/** How texts get to this computer, as proven by a request that went out and came back. */
export function ReceptionPage() {
  const tunnel = useWindow((state) => state.tunnel);
  const [wish, setWish] = useState<FieldWish | null>(null);
  const forget = useCallback(() => setWish(null), []);
  if (!tunnel) return null;
  const { log = [], receiverUrl } = tunnel;
  return (
    <Page title={texts.reception.title} intro={texts.reception.intro}>
      <StatusCard tunnel={tunnel} onChoose={() => setWish({ field: null })} onEnter={(field) => setWish({ field })} />
      <OldAddresses />
      <Ways tunnel={tunnel} wish={wish} onWishMet={forget} />
      {log.length > 0 && <TunnelLog entries={log} />}
      <Ledger />
      <Section title={texts.reception.receiver} help={texts.reception.receiverHelp}>
        <div className={styles.receiver}>
          <code className={styles.code}>{receiverUrl}</code>
          <CopyButton text={receiverUrl} />
        </div>
      </Section>
    </Page>
  );
}
