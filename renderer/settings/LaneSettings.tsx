import type { Settings } from '../../src/domain/settings.ts';
import { WaitingHours } from '../conversations/WaitingHours.tsx';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Toggle } from '../ui/Choice.tsx';
import { Row, Section } from '../ui/Page.tsx';

const words = texts.lanes;

/** Who counts as waiting, and where strangers are. */
export function LaneSettings({ lanes }: { readonly lanes: Settings['lanes'] }) {
  const { lines } = useActions();
  return (
    <Section title={words.section}>
      <Row label={words.waitingHours} help={words.waitingHoursHelp}>
        <WaitingHours
          hours={lanes.waitingHours}
          onHours={(waitingHours) => waitingHours !== null && void lines.updateSettings({ lanes: { waitingHours } })}
        />
      </Row>
      <Toggle
        label={words.unknownApart}
        help={words.unknownApartHelp}
        on={lanes.unknownApart}
        onToggle={(unknownApart) => void lines.updateSettings({ lanes: { unknownApart } })}
      />
    </Section>
  );
}
