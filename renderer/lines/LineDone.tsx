import { verdictTexts } from '../../src/contract/reasons.ts';
import type { LineView, ProviderInfo } from '../../src/contract/views.ts';
import { OwnUrlForm } from '../reception/OwnUrlForm.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { pageTexts } from '../texts-pages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Section } from '../ui/Page.tsx';
import styles from './lines.module.css';
import { SelfTest } from './SelfTest.tsx';
import { WebhookUrl } from './WebhookUrl.tsx';

const words = pageTexts.lines;

/** The line exists; what is left is to point the provider at it. Each part shows how things really are. */
export function LineDone({ lineId, provider }: { readonly lineId: string; readonly provider: ProviderInfo }) {
  const { navigation } = useActions();
  const line = useWindow((state) => state.lines.find(({ id }) => id === lineId));
  if (!line) return null;
  return (
    <div className={styles.done}>
      {!line.webhookUrlIsPublic && (
        <Section title={words.publicFirst} help={words.notPublic}>
          <OwnUrlForm />
        </Section>
      )}
      <Section title={words.doneTitle} help={provider.webhookHelp}>
        <WebhookUrl line={line} warns={false} />
      </Section>
      <Section title={words.selfTest} help={words.selfTestHelp}>
        <SelfTest lineId={line.id} />
        <Arrival line={line} />
      </Section>
      <div className={styles.buttons}>
        <Button tone="primary" onClick={() => navigation.showLane({ kind: 'line', lineId: line.id })}>
          {words.finish}
        </Button>
      </div>
    </div>
  );
}

/** Whether the provider has reached this line yet. */
function Arrival({ line }: { readonly line: LineView }) {
  const { lastDelivery } = line;
  return (
    <p className={styles.arrival} role="status">
      {lastDelivery ? <Icon name="check" /> : <span className={styles.pulse} aria-hidden="true" />}
      {lastDelivery ? words.firstArrived(verdictTexts[lastDelivery.verdict]) : words.waiting}
    </p>
  );
}
