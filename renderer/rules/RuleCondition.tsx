import { formatAddress } from '../../src/domain/peer.ts';
import { useWindow } from '../state/binding.tsx';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Choice, Toggle } from '../ui/Choice.tsx';
import { DayHours } from '../ui/DayHours.tsx';
import { TextField } from '../ui/Field.tsx';
import { Row } from '../ui/Page.tsx';
import type { Complaints, RuleDraft } from './draft.ts';
import styles from './RulesPage.module.css';

const words = texts.rules;

type RuleConditionProps = {
  readonly draft: RuleDraft;
  readonly onChange: (changes: Partial<RuleDraft>) => void;
  readonly complaints: Complaints;
};

/** When a rule applies. */
export function RuleCondition({ draft, onChange, complaints }: RuleConditionProps) {
  const { keywords, match, senders, peers, hours, hoursMatter } = draft;
  return (
    <>
      <div className={styles.part}>
        <TextField
          label={words.keywords}
          help={words.keywordsHelp}
          required={false}
          value={keywords}
          onText={(text) => onChange({ keywords: text })}
        />
      </div>
      {keywords.trim() !== '' && (
        <Row label={words.match}>
          <Choice label={words.match} value={match} options={optionsOf(words.matches)} onValue={(value) => onChange({ match: value })} />
        </Row>
      )}
      <Row label={words.senders}>
        <Choice
          label={words.senders}
          value={senders}
          options={optionsOf(words.senderKinds)}
          onValue={(value) => onChange({ senders: value })}
        />
      </Row>
      <div className={styles.part}>
        <TextField label={words.peers} help={words.peersHelp} required={false} value={peers} onText={(text) => onChange({ peers: text })} />
      </div>
      <Lines chosen={draft.lineIds} onChosen={(lineIds) => onChange({ lineIds })} />
      <Toggle label={words.hours} on={hoursMatter} onToggle={(on) => onChange({ hoursMatter: on })} />
      {hoursMatter && (
        <div className={styles.hours}>
          <Choice
            label={words.hours}
            value={hours.side}
            options={optionsOf(words.sides)}
            onValue={(side) => onChange({ hours: { ...hours, side } })}
          />
          <DayHours hours={hours} onHours={(changed) => onChange({ hours: { ...hours, ...changed, days: [...changed.days] } })} />
          {complaints.days && <p className={styles.complaint}>{complaints.days}</p>}
        </div>
      )}
    </>
  );
}

function Lines({ chosen, onChosen }: { readonly chosen: readonly string[]; readonly onChosen: (ids: readonly string[]) => void }) {
  const lines = useWindow((state) => activeLines(state.lines));
  if (lines.length < 2) return null;
  return (
    <fieldset className={styles.lines}>
      <legend className={styles.legend}>{words.lines}</legend>
      {lines.map(({ id, label, number }) => (
        <label key={id} className={styles.line}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => onChosen(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
          <span>{label}</span>
          <span className={styles.number}>{formatAddress(number)}</span>
        </label>
      ))}
      {chosen.length === 0 && <p className={styles.note}>{words.allLines}</p>}
    </fieldset>
  );
}

/** The choices of a select, as their words are kept. */
export function optionsOf<Value extends string>(labels: Readonly<Record<Value, string>>): { value: Value; label: string }[] {
  return (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }));
}
