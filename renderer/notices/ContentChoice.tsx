import type { NotificationContent } from '../../src/domain/settings.ts';
import { texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';

const { contents } = texts.settings;
const levels: readonly NotificationContent[] = ['name-and-text', 'name-only', 'nothing'];

type Props = {
  readonly label: string;
  readonly content: NotificationContent | null;
  /** What holds where nothing is chosen. */
  readonly usual: NotificationContent;
  readonly onContent: (content: NotificationContent | null) => void;
};

/** How much a notification shows, or as usual. */
export function ContentChoice({ label, content, usual, onContent }: Props) {
  const options = [
    { value: 'usual' as const, label: texts.notices.asUsual(contents[usual]) },
    ...levels.map((value) => ({ value, label: contents[value] })),
  ];
  return (
    <Choice label={label} value={content ?? 'usual'} options={options} onValue={(value) => onContent(value === 'usual' ? null : value)} />
  );
}
