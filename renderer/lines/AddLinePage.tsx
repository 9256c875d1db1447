import { useEffect, useState } from 'react';
import type { ProviderInfo } from '../../src/contract/views.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Page } from '../ui/Page.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { LineDone } from './LineDone.tsx';
import { ProviderCards } from './ProviderCards.tsx';
import { Steps } from './Steps.tsx';

const words = texts.lines;

/**
 * Adding a number: provider → keys and number → webhook URL. A step is reached only by having done the one before: the
 * last one exists only once the line does.
 */
export function AddLinePage() {
  const { lines } = useActions();
  const providers = useWindow((state) => state.providers);
  const [provider, setProvider] = useState<ProviderInfo | null>(null);
  const [lineId, setLineId] = useState<string | null>(null);
  const step = lineId !== null ? 2 : provider ? 1 : 0;
  useEffect(() => void lines.loadProviders(), [lines]);
  return (
    <Page title={words.addTitle}>
      <Steps current={step} names={[words.stepProvider, words.stepConnect, words.stepDone]} />
      {lineId !== null && provider ? (
        <LineDone lineId={lineId} provider={provider} />
      ) : provider ? (
        <ConnectForm provider={provider} onBack={() => setProvider(null)} onCreated={(line) => setLineId(line.id)} />
      ) : providers.length > 0 ? (
        <ProviderCards providers={providers.filter(({ name }) => name !== 'practice')} onChoose={setProvider} />
      ) : (
        <Spinner label={texts.loading} />
      )}
    </Page>
  );
}
