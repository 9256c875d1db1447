import type { Finding, MistakeCode } from '../../src/contract/diagnosis.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './DiagnosisPanel.module.css';
import { type About, factsOf, sentencesOf } from './facts.ts';
import { OpenLine } from './OpenLine.tsx';
import { offerFor } from './remedies.ts';
import { words } from './words.ts';

type RemedyProps = { readonly mistake: MistakeCode; readonly finding: Finding; readonly about: About };

/** What to do about a mistake that no click here mends: the steps, and what they need at hand. */
export function Remedy({ mistake, finding, about }: RemedyProps) {
  const { line, provider } = about;
  const offer = offerFor(mistake);
  return (
    <div className={styles.remedy}>
      <p>{sentencesOf(mistake, factsOf(finding, about)).remedy}</p>
      {offer === 'address' && line && (
        <>
          {provider && <p>{provider.webhookHelp}</p>}
          <LineAddress url={line.webhookUrl} />
        </>
      )}
      {offer === 'secret' && line && <OpenLine lineId={line.id} label={words.openLine} />}
    </div>
  );
}

/** The line's address, ready to paste. */
export function LineAddress({ url }: { readonly url: string }) {
  return (
    <div className={styles.address}>
      <code>{url}</code>
      <CopyButton text={url} label={words.copyUrl} />
    </div>
  );
}
