import type { Diagnosis, Finding, Fix } from '../../src/contract/diagnosis.ts';
import type { DeliveryView } from '../../src/contract/views.ts';
import { exactTime } from '../format/time.ts';
import { useActions } from '../state/binding.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './DiagnosisPanel.module.css';
import { type About, factsOf, sentencesOf } from './facts.ts';
import { OpenLine } from './OpenLine.tsx';
import { Remedy } from './Remedy.tsx';
import { leftBy } from './remedies.ts';
import { UrlComparison } from './UrlComparison.tsx';
import { words } from './words.ts';

type ExplainedProps = {
  readonly diagnosis: Diagnosis;
  readonly delivery: DeliveryView;
  readonly about: About;
  readonly fixing: boolean;
  readonly onFix: (fix: Fix) => void;
};

/** What was proven to be wrong: the likeliest, and folded below it what fits as well. */
export function Explained({ diagnosis: { findings, provenAt }, ...rest }: ExplainedProps) {
  const given = { ...rest, provenAt };
  const [first, ...others] = findings;
  return (
    <>
      {first && <OneFinding finding={first} {...given} />}
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>{words.alsoFits(others.length)}</summary>
          {others.map((finding, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: findings have no names and never change.
            <OneFinding key={index} finding={finding} {...given} />
          ))}
        </details>
      )}
    </>
  );
}

type OneProps = Omit<ExplainedProps, 'diagnosis'> & Pick<Diagnosis, 'provenAt'> & { readonly finding: Finding };

function OneFinding({ finding, delivery, about, fixing, onFix, provenAt }: OneProps) {
  const { mistakes, side, fix, url, lineId, deliveryId } = finding;
  return (
    <div className={styles.finding}>
      <Cause finding={finding} about={about} />
      {url !== undefined && about.line && <UrlComparison signed={url} expected={about.line.webhookUrl} />}
      <dl className={styles.facts}>
        <div>
          <dt>{words.who}</dt>
          <dd>{words.sides[side]}</dd>
        </div>
        <div>
          <dt>{words.what}</dt>
          <dd>
            {fix && <OneClick fix={fix} fixing={fixing} onFix={onFix} provenAt={provenAt} />}
            {leftBy(fix, mistakes).map((mistake) => (
              <Remedy key={mistake} mistake={mistake} finding={finding} about={about} />
            ))}
          </dd>
        </div>
      </dl>
      <div className={styles.buttons}>
        {lineId !== undefined && lineId !== delivery.lineId && <OpenLine lineId={lineId} label={words.openOtherLine} />}
        {deliveryId !== undefined && <OpenProof deliveryId={deliveryId} />}
      </div>
    </div>
  );
}

function Cause({ finding, about }: { readonly finding: Finding; readonly about: About }) {
  const facts = factsOf(finding, about);
  const causes = finding.mistakes.map((mistake) => sentencesOf(mistake, facts).cause);
  if (causes.length === 1) return <p className={styles.cause}>{causes[0]}</p>;
  return (
    <>
      <p className={styles.cause}>{words.together(causes.length)}</p>
      <ol className={styles.causes}>
        {causes.map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
    </>
  );
}

function OneClick({ fix, fixing, onFix, provenAt }: { readonly fix: Fix } & Pick<OneProps, 'fixing' | 'onFix' | 'provenAt'>) {
  const { button, help } = words.fixes[fix.kind];
  const worksNow = fix.kind === 'accept-url' ? undefined : provenAt;
  return (
    <>
      <p>{help}</p>
      {worksNow !== undefined && <p className={styles.caution}>{words.worksNow(exactTime(worksNow))}</p>}
      <Button size="small" tone={worksNow === undefined ? 'primary' : 'plain'} icon="check" busy={fixing} onClick={() => onFix(fix)}>
        {button}
      </Button>
    </>
  );
}

function OpenProof({ deliveryId }: { readonly deliveryId: string }) {
  const { navigation } = useActions();
  return (
    <Button size="small" icon="deliveries" onClick={() => navigation.goTo({ name: 'deliveries', deliveryId })}>
      {words.openProof}
    </Button>
  );
}
