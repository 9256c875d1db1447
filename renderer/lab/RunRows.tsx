import type { ReactNode } from 'react';
import type { LabResult } from '../../src/contract/lab.ts';
import { Shown } from '../deliveries/Shown.tsx';
import { VerdictLabel } from '../deliveries/VerdictLabel.tsx';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import { MenuButton, type MenuItem } from '../ui/Menu.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { type Outcome, outcomesOf } from './expectations.ts';
import type { LabRun } from './lab-model.ts';
import { nameOf } from './names.ts';
import { inMilliseconds } from './ResultMark.tsx';
import styles from './Results.module.css';
import { useLab } from './useLab.ts';
import { words } from './words.ts';

/** More of a text or an answer is not shown here. */
const mostShown = 400;

/** One run: a row for each of its requests. `line`: its line, where there is more than one. */
export function RunRows({ run, line }: { readonly run: LabRun; readonly line: string | undefined }) {
  const { draft, results, via, into, state } = run;
  const name = nameOf(draft);
  const where = <Where line={line} via={via} into={into} />;
  const outcomes = outcomesOf({ expected: draft.expected, together: draft.together, results });
  if (results.length === 0) {
    return (
      <tbody className={styles.run}>
        <tr className={styles.row}>
          <Title name={name} where={where} />
          <td className={styles.rest} colSpan={4}>
            {state === 'running' && <Spinner label={words.sending} />}
            {state === 'left' && words.abandoned}
            {run.failure && <span className={styles.bad}>{run.failure.message}</span>}
          </td>
          <Tools run={run} name={name} result={undefined} />
        </tr>
      </tbody>
    );
  }
  return (
    <tbody className={styles.run}>
      {results.map((result, place) => {
        const own = results.length > 1 ? `${name} ${words.nth(place + 1, results.length)}` : name;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the results of a run are told apart by their place, and never change it.
          <tr key={place} className={styles.row}>
            <Title name={own} where={where} />
            <ResultCells result={result} into={into} outcome={outcomes[place] ?? { kind: 'open' }} />
            <Tools run={run} name={own} result={result} />
          </tr>
        );
      })}
    </tbody>
  );
}

function Where({ line, via, into }: Pick<LabRun, 'via' | 'into'> & { readonly line: string | undefined }) {
  return (
    <span className={styles.where}>
      {line !== undefined && `${line} · `}
      {via === 'public' && `${words.vias.public} · `}
      <span className={into === 'inbox' ? styles.real : undefined}>{words.intosShort[into]}</span>
    </span>
  );
}

function Title({ name, where }: { readonly name: string; readonly where: ReactNode }) {
  return (
    <th scope="row" className={styles.title}>
      <span className={styles.name}>{name}</span>
      {where}
    </th>
  );
}

type ResultCellsProps = { readonly result: LabResult; readonly outcome: Outcome } & Pick<LabRun, 'into'>;

function ResultCells({ result, outcome, into }: ResultCellsProps) {
  const { status, verdict, reason, failure, tookMs } = result;
  // A throwaway inbox keeps nothing, whatever the reason says of the real one.
  const sentence = reason === 'event-unknown' && into === 'throwaway' ? words.notUnderstoodHere : reason && texts.reasons[reason];
  return (
    <>
      <td className={styles.got}>
        <span className={styles.verdict}>
          {verdict ? (
            <VerdictLabel verdict={verdict} />
          ) : (
            <span className={styles.bad}>{status === null ? words.noAnswer : words.unjudged}</span>
          )}
          {status !== null && <span className={styles.status}>{status}</span>}
        </span>
        {sentence && <span className={styles.reason}>{sentence}</span>}
        {failure !== undefined && <span className={styles.reason}>{texts.said(failure)}</span>}
      </td>
      <td className={styles.expected}>
        <Expected outcome={outcome} />
      </td>
      <td className={styles.took}>{words.milliseconds(inMilliseconds(tookMs))}</td>
      <td className={styles.text}>
        <Understood result={result} />
      </td>
    </>
  );
}

function Expected({ outcome }: { readonly outcome: Outcome }) {
  if (outcome.kind === 'open') {
    return (
      <span className={styles.open}>
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{words.noExpectation}</span>
      </span>
    );
  }
  const good = outcome.kind === 'as-expected';
  const { status, verdict } = outcome.expected;
  return (
    <span className={good ? styles.good : styles.bad}>
      <Icon name={good ? 'check' : 'alert'} size={16} />
      {good ? words.asExpected : words.notAsExpected(words.expected(status, verdict === null ? '' : texts.verdicts[verdict]))}
    </span>
  );
}

function Understood({ result: { text, answer } }: { readonly result: LabResult }) {
  return (
    <>
      {text && (
        <span className={styles.said}>
          <span className={styles.where}>
            {words.from(text.from)}
            {text.media > 0 && ` · ${words.media(text.media)}`}
          </span>
          <span dir="auto" className={styles.words}>
            {text.body === '' ? words.emptyText : <Shown text={shortened(text.body)} />}
          </span>
        </span>
      )}
      {!text && !answer?.body && <span className={styles.open}>{words.noText}</span>}
      {answer?.body && (
        <details className={styles.answer}>
          <summary>{words.answer}</summary>
          <code>
            <Shown text={shortened(answer.body)} />
          </code>
        </details>
      )}
    </>
  );
}

function shortened(text: string): string {
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

function Tools({ run, name, result }: { readonly run: LabRun; readonly name: string; readonly result: LabResult | undefined }) {
  const lab = useLab();
  const { navigation } = useActions();
  const deliveryId = result?.deliveryId;
  const items: readonly MenuItem[] = [
    ...(deliveryId === undefined
      ? []
      : [{ label: words.open, icon: 'deliveries' as const, run: () => navigation.goTo({ name: 'deliveries', deliveryId }) }]),
    { label: words.again, icon: 'retry', run: () => void lab.again(run.id) },
    { label: words.editAgain, icon: 'edit', run: () => lab.editAgain(run.id) },
    { label: words.remove, icon: 'trash', run: () => lab.remove(run.id), separated: true },
  ];
  return (
    <td className={styles.tools}>
      <MenuButton size="small" label={words.actionsFor(name)} items={items} />
    </td>
  );
}
