import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Page } from '../ui/Page.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { ImportOver } from './ImportOver.tsx';
import { ImportReportView } from './ImportReportView.tsx';
import { Progress } from './Progress.tsx';

const words = texts.exchange;

/** From a file to its texts in the inbox: choose it, see what is in it, import it. */
export function ImportPage() {
  const { exchange } = useActions();
  const state = useWindow(({ exchange: present }) => present.import);
  const job = useWindow(({ jobs }) =>
    jobs.find(({ id, kind }) => (state.phase === 'running' ? id === state.jobId : state.phase === 'looking' && kind === 'inspect')),
  );
  return (
    <Page title={words.importTitle} intro={words.importIntro}>
      {state.phase === 'none' && <ChooseFile failure={state.failure} />}
      {state.phase === 'taking' && (
        <Progress title={words.taking(state.name)} done={state.done} total={state.total} onStop={exchange.startOver} />
      )}
      {state.phase === 'looking' && (
        <Progress
          title={words.looking(state.name)}
          help={words.lookingHelp}
          done={job?.done ?? 0}
          total={job?.total ?? null}
          onStop={exchange.startOver}
        />
      )}
      {state.phase === 'report' && <ImportReportView {...state} />}
      {state.phase === 'running' && (
        <Progress
          title={state.name === '' ? words.importing : `${words.importing}: ${state.name}`}
          help={words.importingHelp}
          done={job?.done ?? 0}
          total={job?.total ?? null}
          onStop={() => exchange.cancel(state.jobId)}
        />
      )}
      {state.phase === 'over' && <ImportOver outcome={state.outcome} />}
    </Page>
  );
}
