import { type KeyboardEvent, useEffect } from 'react';
import { pane } from '../keyboard/panes.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { BackButton } from '../ui/BackButton.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './LabPage.module.css';
import { labOf } from './lab-store.ts';
import { Mutations } from './Mutations.tsx';
import { RequestEditor } from './RequestEditor.tsx';
import { Results } from './Results.tsx';
import { SampleForm } from './SampleForm.tsx';
import { SendBar } from './SendBar.tsx';
import { Target } from './Target.tsx';
import { LabContext, useLab, useLabState } from './useLab.ts';
import { words } from './words.ts';

type LabPageProps = { readonly lineId: string | undefined; readonly deliveryId: string | undefined };

/** The replay lab: a request is made, sent to our own receiver, and what came of it stands beside what came of the others. */
export function LabPage(shown: LabPageProps) {
  const lab = labOf(useActions());
  const { navigation } = useActions();
  const send = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void lab.send();
  };
  return (
    <LabContext value={lab}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys pressed in its fields. */}
      <div className={styles.page} {...pane('page')} onKeyDown={send}>
        <div className={styles.column}>
          <header className={styles.head}>
            {shown.deliveryId === undefined ? (
              <IconButton className={styles.menu} icon="menu" label={texts.lanes.show} onClick={navigation.back} />
            ) : (
              <BackButton onClick={navigation.back} />
            )}
            <h1 className={styles.title}>{words.title}</h1>
          </header>
          <p className={styles.intro}>{words.intro}</p>
          <Workbench {...shown} />
        </div>
      </div>
    </LabContext>
  );
}

function Workbench(shown: LabPageProps) {
  const { navigation } = useActions();
  const lines = useWindow((state) => activeLines(state.lines));
  const live = useWindow((state) => state.connection === 'live');
  const lab = useLab();
  const [keptLine, keptDelivery] = useLabState((state) => [state.lineId, state.deliveryId]);
  const isTold = shown.lineId !== undefined || shown.deliveryId !== undefined;
  const lineId = (isTold ? shown.lineId : keptLine) ?? lines[0]?.id;
  const deliveryId = (isTold ? shown.deliveryId : keptDelivery) ?? null;
  const line = lines.find(({ id }) => id === lineId);
  useEffect(() => {
    if (live && lineId !== undefined) void lab.open(lineId, deliveryId);
  }, [lab, live, lineId, deliveryId]);
  if (lines.length === 0) {
    return (
      <EmptyState icon="phone" title={words.noLineTitle} text={words.noLineText}>
        <Button tone="primary" icon="plus" onClick={() => navigation.goTo({ name: 'add-line' })}>
          {texts.lanes.addNumber}
        </Button>
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.bar}>
        <Choice
          label={words.line}
          value={line?.id ?? ''}
          options={[
            ...(line ? [] : [{ value: '', label: texts.lanes.removedLine }]),
            ...lines.map(({ id, label }) => ({ value: id, label })),
          ]}
          onValue={(id) => navigation.goTo({ name: 'lab', lineId: id })}
        />
        {lineId !== undefined && deliveryId !== null && <Beginning lineId={lineId} deliveryId={deliveryId} />}
      </div>
      <div className={styles.bench}>
        <div className={styles.work}>
          {deliveryId === null && <SampleForm />}
          <Draft />
          <Target line={line} />
          <SendBar />
        </div>
        <Mutations />
      </div>
      <Results lines={lines} />
    </>
  );
}

/** Begun with a captured delivery: to it, from its beginning, or on to samples. */
function Beginning({ lineId, deliveryId }: { readonly lineId: string; readonly deliveryId: string }) {
  const { navigation } = useActions();
  const lab = useLab();
  return (
    <div className={styles.begin}>
      <Button size="small" icon="retry" onClick={() => void lab.begin()}>
        {words.startOver}
      </Button>
      <Button size="small" icon="deliveries" onClick={() => navigation.goTo({ name: 'deliveries', deliveryId })}>
        {words.openCaptured}
      </Button>
      <Button size="small" icon="plus" onClick={() => navigation.goTo({ name: 'lab', lineId })}>
        {words.newSample}
      </Button>
    </div>
  );
}

function Draft() {
  const [draft, composing, failure] = useLabState((state) => [state.draft, state.composing, state.failure]);
  if (draft === null) return failure ? <FormFailure failure={failure} /> : composing ? <Spinner label={texts.loading} /> : null;
  return (
    <>
      <RequestEditor draft={draft} failure={failure} />
      <FormFailure failure={failure} />
    </>
  );
}
