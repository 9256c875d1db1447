import type { Settings } from '../../src/domain/settings.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { Row, Section } from '../ui/Page.tsx';
import { ShortcutField } from './ShortcutField.tsx';

const words = texts.codes;
const hours = [1, 6, 24, 72, 168];
const seconds = [0, 30, 60, 120, 300, 600];

/** What becomes of one-time codes. */
export function CodeSettings({ codes }: { readonly codes: Settings['codes'] }) {
  const { lines } = useActions();
  const inShell = useWindow((state) => state.host?.kind === 'electron');
  const set = (changes: Partial<Settings['codes']>) => void lines.updateSettings({ codes: changes });
  return (
    <Section title={words.title} help={words.help}>
      <Row label={words.keepFor}>
        <Choice
          label={words.keepFor}
          value={String(codes.keepHours)}
          options={offered(hours, codes.keepHours).map((count) => ({ value: String(count), label: words.hours(count) }))}
          onValue={(value) => set({ keepHours: Number(value) })}
        />
      </Row>
      <Row label={words.clearAfter} help={words.clearHelp}>
        <Choice
          label={words.clearAfter}
          value={String(codes.clearClipboardSeconds)}
          options={offered(seconds, codes.clearClipboardSeconds).map((count) => ({
            value: String(count),
            label: count === 0 ? words.never : words.seconds(count),
          }))}
          onValue={(value) => set({ clearClipboardSeconds: Number(value) })}
        />
      </Row>
      {inShell && <ShortcutField accelerator={codes.globalShortcut} onAccelerator={(globalShortcut) => set({ globalShortcut })} />}
    </Section>
  );
}

/** What is set is among what can be chosen, wherever it was set. */
function offered(usual: readonly number[], present: number): readonly number[] {
  return [...new Set([...usual, present])].sort((one, other) => one - other);
}
