import { useState } from 'react';
import type { ProviderName } from '../../src/domain/line.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Section } from '../ui/Page.tsx';
import { Segments } from '../ui/Segments.tsx';
import { CodeBox } from './CodeBox.tsx';
import styles from './LearnPage.module.css';
import { type SampleLanguage, samples } from './samples.ts';
import { words } from './words.ts';

/** The same check for one's own code, ready to copy. */
export function CodeSamples({ provider }: { readonly provider: ProviderName }) {
  const [language, setLanguage] = useState<SampleLanguage>('python');
  const code = samples[provider]?.[language];
  if (code === undefined) return null;
  return (
    <Section title={words.samplesTitle} help={words.samplesHelp}>
      <div>
        <div className={styles.head}>
          <Segments
            label={words.language}
            value={language}
            options={[
              { value: 'python', label: words.languages.python },
              { value: 'node', label: words.languages.node },
            ]}
            onValue={setLanguage}
          />
          <CopyButton text={code} />
        </div>
        <CodeBox label={words.languages[language]} scrolls>
          {code}
        </CodeBox>
      </div>
    </Section>
  );
}
