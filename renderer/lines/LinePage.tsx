import { useEffect } from 'react';
import type { LineView } from '../../src/contract/views.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { listTime } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { LearnRow } from '../learn/LearnRow.tsx';
import { LineNotices } from '../notices/LineNotices.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { inbox } from '../state/model.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page, Row, Section } from '../ui/Page.tsx';
import { CredentialsForm } from './CredentialsForm.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import { LineLook } from './LineLook.tsx';
import { Registration } from './Registration.tsx';
import { SelfTest } from './SelfTest.tsx';
import { WebhookUrl } from './WebhookUrl.tsx';

const words = texts.lines;

/** One line: what it is called, how its provider reaches it, its keys, and taking it away. */
export function LinePage({ lineId }: { readonly lineId: string }) {
  const { lines } = useActions();
  const line = useWindow((state) => state.lines.find(({ id }) => id === lineId));
  useEffect(() => void lines.loadProviders(), [lines]);
  if (!line || line.removedAt !== undefined) return <EmptyState icon="phone" title={words.gone} />;
  return <PresentLine line={line} />;
}

function PresentLine({ line }: { readonly line: LineView }) {
  const { lines } = useActions();
  const provider = useWindow((state) => state.providers.find(({ name }) => name === line.provider));
  return (
    <Page title={line.label} intro={[provider?.label, formatAddress(line.number)].filter(Boolean).join(' · ')}>
      {line.provider === 'practice' && (
        <Section title={words.practiceTitle} help={words.practiceHelp}>
          <div>
            <Button tone="primary" icon="phone" onClick={() => void lines.practice(line.id)}>
              {words.textMe}
            </Button>
          </div>
        </Section>
      )}
      <Section title={words.webhookUrl}>
        <WebhookUrl line={line} help={provider?.webhookHelp} />
        {line.registration && <Registration line={line} />}
        <SelfTest lineId={line.id} />
        <LastDelivery line={line} />
        <LearnRow provider={line.provider} />
      </Section>
      <Section title={words.details}>
        <DetailsForm line={line} />
      </Section>
      <LineLook line={line} />
      <LineNotices line={line} />
      {provider && provider.fields.length > 0 && (
        <Section title={words.credentials} help={words.connectHelp}>
          <CredentialsForm line={line} provider={provider} />
        </Section>
      )}
      <RemoveLine line={line} />
    </Page>
  );
}

function LastDelivery({ line: { lastDelivery } }: { readonly line: LineView }) {
  const now = useNow();
  return (
    <Row label={words.lastDelivery}>
      {lastDelivery
        ? `${listTime(lastDelivery.at, now)} · ${lastDelivery.reason ? texts.reasons[lastDelivery.reason] : texts.verdicts[lastDelivery.verdict]}`
        : words.noDelivery}
    </Row>
  );
}

function RemoveLine({ line }: { readonly line: LineView }) {
  const { lines, navigation, toasts } = useActions();
  const remove = async () => {
    const answer = await lines.remove(line.id);
    if (!answer.ok) return toasts.report(answer.error);
    toasts.show({ tone: 'plain', title: words.removed(line.label) });
    navigation.showLane(inbox);
  };
  return (
    <Section title={words.removeTitle}>
      <Row label={words.removeHelp}>
        <Confirm
          title={words.removeConfirm(line.label)}
          text={words.removeHelp}
          confirm={words.remove}
          onConfirm={() => void remove()}
          tone="bad"
          icon="trash"
        >
          {words.remove}
        </Confirm>
      </Row>
    </Section>
  );
}
