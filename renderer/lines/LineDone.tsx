import { useState } from 'react';
import type { LineView, ProviderInfo } from '../../src/contract/views.ts';
import { WayChooser } from '../reception/WayChooser.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Page.tsx';
import { useBusy } from '../ui/useBusy.ts';
import { LineProgress } from './LineProgress.tsx';
import styles from './lines.module.css';
import { Registration } from './Registration.tsx';
import { SelfTest } from './SelfTest.tsx';
import { WebhookUrl } from './WebhookUrl.tsx';

const words = texts.lines;
const done = texts.reception.done;

/** The line exists; what is left is to point the provider at it. Each part shows how things really are. */
export function LineDone({ lineId, provider }: { readonly lineId: string; readonly provider: ProviderInfo }) {
  const { navigation } = useActions();
  const line = useWindow((state) => state.lines.find(({ id }) => id === lineId));
  const isOpen = useWindow(({ tunnel }) => tunnel?.state === 'up' || tunnel?.state === 'degraded');
  if (!line) return null;
  const arrives = line.lastDelivery?.verdict === 'accepted';
  return (
    <div className={styles.done}>
      <LineProgress line={line} />
      {!(line.webhookUrlIsPublic && isOpen) && <MakeReachable />}
      <Section title={words.doneTitle} help={provider.webhookHelp}>
        <WebhookUrl line={line} warns={false} />
        {line.registration && <Registration line={line} />}
      </Section>
      <Section title={words.selfTest} help={words.selfTestHelp}>
        <SelfTest lineId={line.id} runsFor={testedAddress(line, isOpen)} />
      </Section>
      <div className={styles.buttons}>
        <Button tone={arrives ? 'primary' : 'plain'} onClick={() => navigation.showLane({ kind: 'line', lineId: line.id })}>
          {words.finish}
        </Button>
      </div>
    </div>
  );
}

/** Only what is open can be tried. */
function testedAddress(line: LineView, isOpen: boolean): string | undefined {
  return line.webhookUrlIsPublic && isOpen ? line.webhookUrl : undefined;
}

/** The recommended way with one click, every other one on demand, and what the tunnel says meanwhile. */
function MakeReachable() {
  const { reception } = useActions();
  const tunnel = useWindow((state) => state.tunnel);
  const [others, setOthers] = useState(false);
  const [busy, during] = useBusy();
  if (!tunnel) return null;
  const { kind, failure, message, action } = tunnel;
  return (
    <Section title={done.publicTitle} help={done.publicHelp}>
      {kind !== 'none' && (
        <p className={styles.tunnel} role="status" data-tone={failure ? 'bad' : 'plain'}>
          <strong>{texts.said(message)}</strong> {action && texts.said(action)}
        </p>
      )}
      <div className={styles.choices}>
        {kind === 'none' && (
          <Button tone="primary" icon="wave" busy={busy} onClick={() => during(reception.makeReachable)}>
            {texts.reception.steps['make-reachable']}
          </Button>
        )}
        <Button aria-expanded={others} onClick={() => setOthers(!others)}>
          {others ? done.otherWaysHide : done.otherWays}
        </Button>
      </div>
      {others && (
        <div className={styles.chooser}>
          <WayChooser tunnel={tunnel} onDone={() => setOthers(false)} />
        </div>
      )}
    </Section>
  );
}
