import { useEffect, useId } from 'react';
import type { Diagnosis } from '../../src/contract/diagnosis.ts';
import type { DeliveryView } from '../../src/contract/views.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { Button } from '../ui/Button.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Icon, type IconName } from '../ui/icons.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import styles from './DiagnosisPanel.module.css';
import { Explained } from './Explained.tsx';
import type { About } from './facts.ts';
import { OpenLine } from './OpenLine.tsx';
import { Tried } from './Tried.tsx';
import { Unexplained } from './Unexplained.tsx';
import { useDiagnosis } from './useDiagnosis.ts';
import { ValidNow } from './ValidNow.tsx';
import { words } from './words.ts';

const icons: Record<Diagnosis['outcome'], IconName> = {
  explained: 'alert',
  unexplained: 'question',
  'valid-now': 'check',
  'not-checked': 'slash',
  'no-secret': 'key',
  'not-kept': 'eyeOff',
};

/** Why a delivery was refused, who can mend it and how. It looks for the cause by itself. */
export function DiagnosisPanel({ delivery }: { readonly delivery: DeliveryView }) {
  const title = useId();
  const about = useAbout(delivery);
  const { looked, fixing, fix } = useDiagnosis(delivery.id);
  const outcome = looked.phase === 'ready' ? looked.diagnosis.outcome : undefined;
  return (
    <section className={styles.panel} aria-labelledby={title} data-outcome={outcome}>
      <h2 className={styles.title} id={title}>
        <Icon name={outcome === undefined ? 'search' : icons[outcome]} size={20} />
        {words.title}
      </h2>
      <div className={styles.outcome} aria-live="polite">
        {looked.phase === 'looking' && <Spinner label={words.looking} />}
        {looked.phase === 'failed' && <FormFailure failure={looked.failure} />}
        {looked.phase === 'ready' && looked.fixed !== null && outcome !== 'valid-now' && <p>{words.fixes[looked.fixed.kind].done}</p>}
        {looked.phase === 'ready' && (
          <Outcome
            delivery={delivery}
            about={about}
            diagnosis={looked.diagnosis}
            fixed={looked.fixed}
            fixing={fixing}
            onFix={(chosen) => void fix(chosen)}
          />
        )}
      </div>
      {looked.phase === 'ready' && <Tried diagnosis={looked.diagnosis} />}
      <footer className={styles.foot}>
        <p>{words.here}</p>
        {about.provider && <Learn about={about} />}
      </footer>
    </section>
  );
}

type OutcomeProps = Parameters<typeof Explained>[0] & { readonly fixed: Parameters<typeof ValidNow>[0]['fixed'] };

function Outcome({ fixed, ...given }: OutcomeProps) {
  const { diagnosis, delivery, about } = given;
  // Nothing of it can be mended any more, and nothing has to be.
  if (about.line === undefined || about.line.removedAt !== undefined) return <p className={styles.cause}>{words.lineRemoved}</p>;
  switch (diagnosis.outcome) {
    case 'explained':
      return <Explained {...given} />;
    case 'unexplained':
      return <Unexplained delivery={delivery} about={about} />;
    case 'valid-now':
      return <ValidNow delivery={delivery} about={about} fixed={fixed} />;
    case 'not-checked':
      return <p>{words.notChecked}</p>;
    case 'not-kept':
      return <p>{words.notKept}</p>;
    case 'no-secret':
      return (
        <>
          <p className={styles.cause}>{words.noSecret}</p>
          <p>{words.noSecretRemedy}</p>
          <OpenLine lineId={delivery.lineId} label={words.openLine} />
        </>
      );
  }
}

function useAbout({ lineId }: DeliveryView): About {
  const { lines: actions } = useActions();
  useEffect(() => void actions.loadProviders(), [actions]);
  const lines = useWindow((state) => state.lines);
  const line = lines.find(({ id }) => id === lineId);
  const providers = useWindow((state) => state.providers);
  return { line, lines, provider: providers.find(({ name }) => name === line?.provider), providers };
}

function Learn({ about: { line, provider } }: { readonly about: About }) {
  const { navigation } = useActions();
  if (line === undefined || provider === undefined) return null;
  return (
    <Button size="small" tone="quiet" icon="question" onClick={() => navigation.goTo({ name: 'learn', provider: line.provider })}>
      {words.learn(provider.label)}
    </Button>
  );
}
