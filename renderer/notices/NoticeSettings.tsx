import type { Settings } from '../../src/domain/settings.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Choice, Toggle } from '../ui/Choice.tsx';
import { DayHours } from '../ui/DayHours.tsx';
import { Row, Section } from '../ui/Page.tsx';
import { BrowserPermission } from './BrowserPermission.tsx';
import { NoticePreview } from './NoticePreview.tsx';

const words = texts.notices;
const { settings: usual } = texts;

type Props = { readonly settings: Pick<Settings, 'notifications' | 'quietHours'> };

/** What is announced, how much of it is shown, and when not. */
export function NoticeSettings({ settings: { notifications, quietHours } }: Props) {
  const { lines } = useActions();
  const { enabled, sound, content } = notifications;
  const setQuiet = (changes: Partial<Settings['quietHours']>) => void lines.updateSettings({ quietHours: changes });
  return (
    <Section title={usual.notifications}>
      <Toggle
        label={usual.notify}
        help={usual.notifyHelp}
        on={enabled}
        onToggle={(on) => void lines.updateSettings({ notifications: { enabled: on } })}
      />
      {enabled && (
        <>
          <BrowserPermission />
          <Toggle label={words.sound} on={sound} onToggle={(on) => void lines.updateSettings({ notifications: { sound: on } })} />
          <Row label={usual.content}>
            <Choice
              label={usual.content}
              value={content}
              options={(['name-and-text', 'name-only', 'nothing'] as const).map((value) => ({ value, label: usual.contents[value] }))}
              onValue={(value) => void lines.updateSettings({ notifications: { content: value } })}
            />
          </Row>
          <NoticePreview content={content} />
          <Toggle label={words.quiet} help={words.quietHelp} on={quietHours.enabled} onToggle={(on) => setQuiet({ enabled: on })} />
          {quietHours.enabled && (
            <>
              <Row label={words.hours}>
                <DayHours hours={quietHours} onHours={({ from, to, days }) => setQuiet({ from, to, days: [...days] })} />
              </Row>
              <Toggle label={words.letCodesThrough} on={quietHours.letCodesThrough} onToggle={(on) => setQuiet({ letCodesThrough: on })} />
            </>
          )}
        </>
      )}
    </Section>
  );
}
