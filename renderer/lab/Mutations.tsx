import type { Mutation } from '../../src/contract/lab.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Tip } from '../ui/Tip.tsx';
import { isAsExpected } from './expectations.ts';
import type { LabState } from './lab-model.ts';
import { isWaiting } from './lab-store.ts';
import styles from './Mutations.module.css';
import { useLab, useLabState } from './useLab.ts';
import { words } from './words.ts';

type Group = keyof typeof words.groups;

const groups: readonly (readonly [Group, readonly Mutation[]])[] = [
  ['signature', ['bad-signature', 'missing-header']],
  ['order', ['stale', 'duplicate', 'reordered-burst']],
  ['text', ['ten-segments', 'emoji', 'right-to-left']],
  ['attachments', ['three-attachments', 'media-missing']],
  ['size', ['empty-body', 'body-1-mib']],
  ['events', ['unknown-event']],
];

/** Everything that can go wrong on the wire, one click each. */
export function Mutations() {
  return (
    <section className={styles.panel} aria-labelledby="lab-mutations">
      <h2 className={styles.heading} id="lab-mutations">
        {words.mutations}
      </h2>
      <p className={styles.help}>{words.mutationsHelp}</p>
      <div className={styles.groups}>
        {groups.map(([group, mutations]) => (
          <fieldset key={group} className={styles.group}>
            <legend className={styles.legend}>{words.groups[group]}</legend>
            {mutations.map((mutation) => (
              <MutationButton key={mutation} mutation={mutation} />
            ))}
          </fieldset>
        ))}
      </div>
      <Series />
    </section>
  );
}

function MutationButton({ mutation }: { readonly mutation: Mutation }) {
  const lab = useLab();
  const { toasts } = useActions();
  const [known, applies, outcome] = useLabState((state) => [
    state.mutations.length > 0,
    state.mutations.includes(mutation),
    lastOutcome(state, mutation),
  ]);
  const missing = known && !applies;
  const run = (): void => {
    const { draft } = lab.store.getState();
    if (draft?.edited) {
      toasts.show({ tone: 'plain', title: words.replaced, action: { label: texts.undo, run: () => lab.restore(draft) } });
    }
    void lab.mutate(mutation);
  };
  return (
    <Tip label={missing ? notForProvider(mutation) : words.mutationHelp[mutation]} side="left">
      <button type="button" className={styles.mutation} aria-disabled={!applies || undefined} onClick={applies ? run : undefined}>
        <span className={styles.name}>{words.mutation[mutation]}</span>
        {outcome !== undefined && (
          <span className={styles.outcome} data-good={outcome}>
            <Icon name={outcome ? 'check' : 'alert'} size={16} />
            <span className="visually-hidden">{outcome ? words.asExpected : words.otherwise}</span>
          </span>
        )}
      </button>
    </Tip>
  );
}

function notForProvider(mutation: Mutation): string {
  return mutation === 'stale' ? words.noTime : words.notForProvider;
}

/** Whether the last run of a mutation on this line ended as it should; `undefined`: it did not run, or nobody can say. */
function lastOutcome({ runs, lineId }: LabState, mutation: Mutation): boolean | undefined {
  const last = runs.find((run) => run.lineId === lineId && run.draft.origin.mutation === mutation && run.state === 'done');
  return last && isAsExpected({ expected: last.draft.expected, together: last.draft.together, results: last.results });
}

function Series() {
  const lab = useLab();
  const [series, ready, waiting] = useLabState((state) => [state.series, state.mutations.length > 0, isWaiting(state)]);
  return (
    <div className={styles.series}>
      {series?.running ? (
        <>
          <progress className={styles.progress} value={series.done} max={series.all} aria-label={words.runAll} />
          <p className={styles.help}>{words.runningAll(series.done, series.all)}</p>
          <Button size="small" icon="close" onClick={lab.stop}>
            {words.stop}
          </Button>
        </>
      ) : (
        <Button icon="play" disabled={!ready || waiting} onClick={() => void lab.runAll()}>
          {words.runAll}
        </Button>
      )}
      <p className={styles.summary} role="status" data-good={series && series.good === series.done}>
        {series && !series.running && (
          <>
            <Icon name={series.good === series.done ? 'check' : 'alert'} size={16} />
            {words.allAsExpected(series.good, series.done)}
          </>
        )}
      </p>
    </div>
  );
}
