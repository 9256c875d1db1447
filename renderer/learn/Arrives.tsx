import { useState } from 'react';
import type { Lesson } from '../../src/contract/methods/learn.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Section } from '../ui/Page.tsx';
import { Segments } from '../ui/Segments.tsx';
import { CodeBox } from './CodeBox.tsx';
import styles from './LearnPage.module.css';
import { formatted } from './parts.ts';
import { words } from './words.ts';

/** The request as it arrives: where to, its headers, its body. */
export function Arrives({ lesson }: { readonly lesson: Lesson }) {
  const { method, url, headers } = lesson;
  return (
    <Section title={words.arrives}>
      <div>
        <h3 className={styles.heading}>{words.request}</h3>
        <CodeBox label={words.request}>
          <strong>{method}</strong> {url}
        </CodeBox>
      </div>
      <div>
        <h3 className={styles.heading}>{words.headers}</h3>
        <CodeBox label={words.headers}>
          {headers.map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: headers may repeat, and never change.
            <span key={index} className={styles.line}>
              <strong>{name}:</strong> {value}
            </span>
          ))}
        </CodeBox>
      </div>
      <Body lesson={lesson} />
    </Section>
  );
}

function Body({ lesson }: { readonly lesson: Lesson }) {
  const [view, setView] = useState<'formatted' | 'exact'>('formatted');
  const shown = formatted(lesson);
  return (
    <div>
      <div className={styles.head}>
        <h3 className={styles.heading}>{words.body}</h3>
        <Segments
          label={words.view}
          value={view}
          options={[
            { value: 'formatted', label: words.views.formatted },
            { value: 'exact', label: words.views.exact },
          ]}
          onValue={setView}
        />
        <CopyButton text={lesson.payload} />
      </div>
      {view === 'formatted' && shown.kind === 'form' && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.parameter}</th>
              <th scope="col">{words.value}</th>
            </tr>
          </thead>
          <tbody>
            {shown.pairs.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view === 'formatted' && shown.kind === 'text' && <CodeBox label={words.body}>{shown.text}</CodeBox>}
      {view === 'exact' && <CodeBox label={words.body}>{lesson.payload}</CodeBox>}
    </div>
  );
}
