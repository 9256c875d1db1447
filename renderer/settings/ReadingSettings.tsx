import type { Settings } from '../../src/domain/settings.ts';
import { textSizes } from '../../src/domain/text-size.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { locale, texts } from '../texts.ts';
import { Choice, Toggle } from '../ui/Choice.tsx';
import { Row, Section } from '../ui/Page.tsx';
import { SpellLanguages } from './SpellLanguages.tsx';

const words = texts.reading;
const percent = new Intl.NumberFormat(locale, { style: 'percent' });

/** Which language the window speaks, how large it is, and whether spelling is checked. */
export function ReadingSettings({ reading }: { readonly reading: Settings['reading'] }) {
  const { lines } = useActions();
  // A Mac finds out by itself which language one writes in.
  const choosesLanguages = useWindow((state) => state.host?.kind === 'electron' && state.host.platform !== 'darwin');
  const change = (changes: Partial<Settings['reading']>) => void lines.updateSettings({ reading: changes });
  // One that came from elsewhere, so that it can be seen as well.
  const sizes = [...new Set([...textSizes, reading.textSize])].sort((one, other) => one - other);
  return (
    <Section title={words.title}>
      <Row label={words.language}>
        <Choice
          label={words.language}
          value={reading.language}
          options={(['system', 'en', 'de'] as const).map((value) => ({ value, label: words.languages[value] }))}
          onValue={(language) => change({ language })}
        />
      </Row>
      <Row label={words.textSize}>
        <Choice
          label={words.textSize}
          value={String(reading.textSize)}
          options={sizes.map((size) => ({ value: String(size), label: percent.format(size / 100) }))}
          onValue={(size) => change({ textSize: Number(size) })}
        />
      </Row>
      <Toggle label={words.spellCheck} on={reading.spellCheck} onToggle={(spellCheck) => change({ spellCheck })} />
      {reading.spellCheck && choosesLanguages && (
        <SpellLanguages chosen={reading.spellCheckLanguages} onChange={(spellCheckLanguages) => change({ spellCheckLanguages })} />
      )}
    </Section>
  );
}
