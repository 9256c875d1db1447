import type { Settings } from '../../src/domain/settings.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { Row, Section } from '../ui/Page.tsx';

const words = texts.sending;
const choices = [0, 3, 5, 10, 20, 30];

/** For how long a text can be taken back. */
export function SendingSettings({ seconds }: { readonly seconds: Settings['undoSendSeconds'] }) {
  const { lines } = useActions();
  const options = [...new Set([...choices, seconds])].sort((one, other) => one - other);
  return (
    <Section title={words.settingsTitle}>
      <Row label={words.undoLabel} help={words.undoHelp}>
        <Choice
          label={words.undoLabel}
          value={String(seconds)}
          options={options.map((option) => ({ value: String(option), label: words.undoSeconds(option) }))}
          onValue={(value) => void lines.updateSettings({ undoSendSeconds: Number(value) })}
        />
      </Row>
    </Section>
  );
}
