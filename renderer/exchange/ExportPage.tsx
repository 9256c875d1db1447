import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Page } from '../ui/Page.tsx';
import { ExportForm } from './ExportForm.tsx';
import { ExportOver } from './ExportOver.tsx';
import { Progress } from './Progress.tsx';

const words = texts.exchange;

/** From the texts here to a file of the user's. */
export function ExportPage({ conversationId }: { readonly conversationId?: string | undefined }) {
  const { exchange } = useActions();
  const state = useWindow(({ exchange: present }) => present.export);
  const job = useWindow(({ jobs }) => (state.phase === 'none' ? undefined : jobs.find(({ id }) => id === state.jobId)));
  return (
    <Page title={words.exportTitle} intro={words.exportIntro}>
      {state.phase === 'none' && <ExportForm failure={state.failure} conversationId={conversationId} />}
      {state.phase === 'running' && (
        <Progress
          title={words.writing}
          help={words.importingHelp}
          done={job?.done ?? 0}
          total={job?.total ?? null}
          onStop={() => exchange.cancel(state.jobId)}
        />
      )}
      {state.phase === 'over' && <ExportOver {...state} />}
    </Page>
  );
}
