import type { ProblemReport, ReadProblem } from '../../src/contract/exchange.ts';
import { texts } from '../texts.ts';
import { Section } from '../ui/Page.tsx';
import styles from './exchange.module.css';

const words = texts.exchange;
/** A longer table than this is read by nobody. */
const shownAtMost = 100;

/** What of a file cannot be read as it is, by its line. */
export function ProblemList({ problems, isOver = false }: { readonly problems: ProblemReport; readonly isOver?: boolean }) {
  if (problems.total === 0) return null;
  const shown = problems.first.slice(0, shownAtMost);
  return (
    <Section
      title={isOver ? words.problemsOver : words.problems}
      help={isOver ? words.problemsOverHelp(problems.lost) : words.problemsHelp(problems.lost)}
    >
      <div className={styles.problems}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.number}>
                {words.fileLine}
              </th>
              <th scope="col">{words.problem}</th>
              <th scope="col">
                <span className={styles.unseen}>{words.leftOut}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((problem, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one line may have several
              <tr key={index}>
                <td className={styles.number}>{words.counted(problem.line)}</td>
                <td>
                  {words.codes[problem.code]}
                  {problem.detail !== undefined && <bdi className={styles.detail}>{detailOf(problem, problem.detail)}</bdi>}
                </td>
                <td>{problem.lost && <span className={styles.fate}>{words.leftOut}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {problems.total > shown.length && <p className={styles.more}>{words.moreProblems(problems.total - shown.length)}</p>}
      </div>
    </Section>
  );
}

function detailOf({ code }: ReadProblem, detail: string): string {
  return code === 'group-message' ? words.people(detail) : detail;
}
