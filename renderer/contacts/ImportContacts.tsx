import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './ImportContacts.module.css';
import { ImportReport } from './ImportReport.tsx';
import { useContactImport } from './useContactImport.ts';

const words = texts.contacts;

/** From a file to contacts: what it would change is shown before anything is changed, and all of it can be taken back. */
export function ImportContacts() {
  const { navigation } = useActions();
  const flow = useContactImport();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <IconButton className={styles.back} icon="back" label={texts.back} onClick={navigation.back} />
        <h1 className={styles.title}>{words.importTitle}</h1>
      </header>
      <FormFailure failure={flow.failure} />
      <Step flow={flow} />
    </div>
  );
}

type Flow = ReturnType<typeof useContactImport>;

function Step({ flow }: { readonly flow: Flow }) {
  const { contacts } = useActions();
  const { step } = flow;
  switch (step.kind) {
    case 'choosing':
      return (
        <>
          <p className={styles.intro}>{words.importIntro}</p>
          <p className={styles.help}>{words.importHelp}</p>
          <div className={styles.buttons}>
            <Button tone="primary" icon="upload" onClick={() => void flow.choose()}>
              {words.chooseFile}
            </Button>
          </div>
        </>
      );
    case 'taking':
      return <Spinner label={words.uploading(step.percent)} />;
    case 'reading':
      return <Spinner label={words.readingFile} />;
    case 'report':
      return <ImportReport file={step.file} report={step.report} flow={flow} />;
    case 'importing':
      return <Importing />;
    case 'done':
      return (
        <EmptyState icon="check" title={words.importedTitle} text={words.imported(step.report.added, step.report.completed)}>
          {step.undo !== null && <UndoButton flow={flow} undo={step.undo} />}
          <Button tone="primary" onClick={() => contacts.show({ kind: 'list' })}>
            {words.toContacts}
          </Button>
        </EmptyState>
      );
    case 'undone':
      return (
        <EmptyState icon="check" title={words.importUndone}>
          <Button onClick={() => contacts.show({ kind: 'list' })}>{words.toContacts}</Button>
        </EmptyState>
      );
  }
}

function UndoButton({ flow, undo }: { readonly flow: Flow; readonly undo: string }) {
  return <Button onClick={() => void flow.takeBack(undo)}>{words.undoImport}</Button>;
}

/** How far it is, with a way to stop it. */
function Importing() {
  const { contacts } = useActions();
  const job = useWindow(({ jobs }) => jobs.find(({ kind, state }) => kind === 'contacts-import' && state === 'running'));
  const share = job?.total ? job.done / job.total : 0;
  return (
    <div className={styles.running} role="status">
      <p>{words.importing}</p>
      <progress className={styles.progress} value={share} max={1} aria-label={words.importing} />
      <Button onClick={() => void contacts.stopImport()}>{texts.cancel}</Button>
    </div>
  );
}
