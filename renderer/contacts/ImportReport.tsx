import { useMemo } from 'react';
import type { CardProblem, ContactReport } from '../../src/contract/contact-import.ts';
import type { ChosenFile } from '../../src/contract/files.ts';
import { locale, texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { countries } from './countries.ts';
import styles from './ImportContacts.module.css';
import type { useContactImport } from './useContactImport.ts';

const words = texts.contacts;
/** Problems rendered at once. */
const shownProblems = 100;

type ImportReportProps = {
  readonly file: ChosenFile;
  readonly report: ContactReport;
  readonly flow: Pick<ReturnType<typeof useContactImport>, 'choose' | 'look' | 'run'>;
};

/** What a file would change, what is wrong in it by line, and the one button that does it. */
export function ImportReport({ file, report, flow }: ImportReportProps) {
  const { cards, added, completed, problemCount, region, examples } = report;
  const another = (
    <Button icon="upload" onClick={() => void flow.choose()}>
      {words.chooseAnother}
    </Button>
  );
  if (cards === 0 && problemCount === 0) {
    return (
      <EmptyState icon="alert" title={words.notCards} text={words.notCardsText}>
        {another}
      </EmptyState>
    );
  }
  const changes = added + completed;
  return (
    <>
      <section className={styles.card} aria-label={words.report}>
        <h2 className={styles.file}>
          <bdi>{file.name}</bdi>
        </h2>
        <ul className={styles.counts}>
          {countsOf(report).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {examples.length > 0 && (
          <p className={styles.help}>{words.examples(new Intl.ListFormat(locale, { type: 'unit' }).format(examples))}</p>
        )}
      </section>
      <div className={styles.region}>
        <span className={styles.label}>{words.country}</span>
        <Regions region={region} onRegion={(chosen) => void flow.look(file, chosen)} />
      </div>
      <Problems problems={report.problems} count={problemCount} />
      {changes === 0 && <p className={styles.intro}>{words.nothingToImport}</p>}
      <div className={styles.buttons}>
        {another}
        {changes > 0 && (
          <Button tone="primary" onClick={() => void flow.run(file, region)}>
            {words.importNow(changes)}
          </Button>
        )}
      </div>
    </>
  );
}

/** What there is to say, without what there is none of. */
function countsOf({ cards, added, completed, known, withoutNumber, tooMany, withoutCountry }: ContactReport): readonly string[] {
  return [
    words.cards(cards),
    ...(added > 0 ? [words.added(added)] : []),
    ...(completed > 0 ? [words.completed(completed)] : []),
    ...(known > 0 ? [words.known(known)] : []),
    ...(withoutNumber > 0 ? [words.withoutNumber(withoutNumber)] : []),
    ...(tooMany > 0 ? [words.tooMany(tooMany)] : []),
    ...(withoutCountry > 0 ? [words.withoutCountry(withoutCountry)] : []),
  ];
}

function Regions({ region, onRegion }: { readonly region: string; readonly onRegion: (region: string) => void }) {
  const options = useMemo(() => [{ value: '', label: words.noCountry }, ...countries()], []);
  return <Choice label={words.country} value={region} options={options} onValue={onRegion} />;
}

function Problems({ problems, count }: { readonly problems: readonly CardProblem[]; readonly count: number }) {
  if (count === 0) return null;
  const shown = problems.slice(0, shownProblems);
  return (
    <section className={styles.card} aria-label={words.problemsTitle(count)}>
      <h2 className={styles.file}>{words.problemsTitle(count)}</h2>
      <ul className={styles.problems}>
        {shown.map(({ code, line, text }) => (
          <li key={`${line} ${code} ${text}`} className={styles.problem}>
            <span className={styles.at}>{words.line(line)}</span>
            <span>
              {words.problems[code]} {text !== undefined && <bdi className={styles.quote}>{text}</bdi>}
            </span>
          </li>
        ))}
      </ul>
      {count > shown.length && <p className={styles.help}>{words.moreProblems(count - shown.length)}</p>}
    </section>
  );
}
