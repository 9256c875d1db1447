import { useState } from 'react';
import type { TunnelStatus } from '../../src/contract/views.ts';
import { ReceptionSign } from '../app/ReceptionSign.tsx';
import { exactTime } from '../format/time.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { OwnUrlForm } from './OwnUrlForm.tsx';
import styles from './ReceptionPage.module.css';

const words = texts.reception;

/** How texts get to this computer, as proven by a request that went out and came back. */
export function ReceptionPage() {
  const tunnel = useWindow((state) => state.tunnel);
  return (
    <Page title={words.title} intro={words.intro}>
      {tunnel && <Status tunnel={tunnel} />}
      <Section title={words.ownTitle} help={words.ownHelp}>
        <OwnUrlForm />
      </Section>
      {tunnel && (
        <Section title={words.receiver} help={words.receiverHelp}>
          <div className={styles.receiver}>
            <code className={styles.code}>{tunnel.receiverUrl}</code>
            <CopyButton text={tunnel.receiverUrl} />
          </div>
        </Section>
      )}
    </Page>
  );
}

function Status({ tunnel }: { readonly tunnel: TunnelStatus }) {
  const { lines } = useActions();
  const [busy, setBusy] = useState(false);
  const { reception, message, action, since, checkedAt, roundTripMs, publicUrl } = tunnel;
  const check = async () => {
    setBusy(true);
    await lines.checkReception();
    setBusy(false);
  };
  const facts = [
    words.since(exactTime(since)),
    ...(checkedAt === null ? [] : [words.checked(exactTime(checkedAt))]),
    ...(roundTripMs === null ? [] : [words.roundTrip(roundTripMs)]),
  ];
  return (
    <section className={styles.status} data-reception={reception} aria-label={words.title}>
      <ReceptionSign reception={reception} />
      <div className={styles.words}>
        <h2 className={styles.state}>{words.words[reception]}</h2>
        <p>
          {message} {action && <strong className={styles.action}>{/[.!?]$/.test(action) ? action : `${action}.`}</strong>}
        </p>
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      {publicUrl !== null && (
        <Button size="small" icon="wave" busy={busy} onClick={() => void check()}>
          {busy ? words.checking : words.checkNow}
        </Button>
      )}
    </section>
  );
}
