import { useEffect, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import type { Lesson } from '../../src/contract/methods/learn.ts';
import type { ProviderInfo } from '../../src/contract/views.ts';
import type { ProviderName } from '../../src/domain/line.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { Arrives } from './Arrives.tsx';
import { CodeSamples } from './CodeSamples.tsx';
import { Judged } from './Judged.tsx';
import styles from './LearnPage.module.css';
import { Proof } from './Proof.tsx';
import { Rules } from './Rules.tsx';
import { words } from './words.ts';

/** How a provider's webhooks work, on a worked sample of the user's own line. */
export function LearnPage({ provider: asked }: { readonly provider: ProviderName | undefined }) {
  const { lines: actions } = useActions();
  useEffect(() => void actions.loadProviders(), [actions]);
  const own = useWindow((state) => activeLines(state.lines).find(({ provider }) => provider !== 'practice')?.provider);
  const name = asked ?? own ?? 'cloudvno';
  const provider = useWindow((state) => state.providers.find((each) => each.name === name));
  if (provider === undefined) return <Spinner label={texts.loading} />;
  return <ProviderPage key={name} provider={provider} />;
}

function ProviderPage({ provider }: { readonly provider: ProviderInfo }) {
  const lines = useWindow((state) => activeLines(state.lines).filter((line) => line.provider === provider.name));
  const [chosen, setChosen] = useState(lines[0]?.id);
  const { lesson, failure } = useLesson(provider.name, chosen);
  const about = words.providers[provider.name];
  return (
    <Page title={words.title(provider.label)} intro={about.about} contents>
      <div className={styles.choices}>
        <ProviderChoice chosen={provider.name} />
        {lines.length > 1 && (
          <div className={styles.choice}>
            <span aria-hidden="true">{words.line}</span>
            <Choice
              label={words.line}
              value={chosen ?? ''}
              options={lines.map(({ id, label, number }) => ({ value: id, label: `${label} (${formatAddress(number)})` }))}
              onValue={setChosen}
            />
          </div>
        )}
      </div>
      {failure && <EmptyState icon="alert" title={words.failed} text={failure.message} />}
      {!lesson && !failure && <Spinner label={texts.loading} />}
      {lesson && (
        <>
          <p className={styles.note}>
            {words.sample} {lesson.lineId === null && words.madeUp}
          </p>
          <Arrives lesson={lesson} />
          <Proof lesson={lesson} provider={provider} />
          <Judged lesson={lesson} />
          <Rules lesson={lesson} provider={provider} />
          <CodeSamples provider={provider.name} />
        </>
      )}
    </Page>
  );
}

function ProviderChoice({ chosen }: { readonly chosen: ProviderName }) {
  const { navigation } = useActions();
  const providers = useWindow((state) => state.providers);
  return (
    <div className={styles.choice}>
      <span aria-hidden="true">{words.provider}</span>
      <Choice
        label={words.provider}
        value={chosen}
        options={providers.map(({ name, label }) => ({ value: name, label }))}
        onValue={(provider) => navigation.goTo({ name: 'learn', provider })}
      />
    </div>
  );
}

function useLesson(provider: ProviderName, lineId: string | undefined) {
  const { call } = useActions();
  const [lesson, setLesson] = useState<Lesson | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let wanted = true;
    void call('deliveries.learn', { provider, ...(lineId !== undefined && { lineId }) }).then((answer) => {
      if (!wanted) return;
      setLesson(answer.ok ? answer.value : null);
      setFailure(answer.ok ? null : answer.error);
    });
    return () => {
      wanted = false;
    };
  }, [call, provider, lineId]);
  return { lesson, failure };
}
