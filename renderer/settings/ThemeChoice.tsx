import type { Settings } from '../../src/domain/settings.ts';
import { texts } from '../texts.ts';
import { Segments } from '../ui/Segments.tsx';

type Theme = Settings['theme'];
const words = texts.settings;
const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }));

export function ThemeChoice({ theme, onTheme }: { readonly theme: Theme; readonly onTheme: (theme: Theme) => void }) {
  return <Segments label={words.theme} value={theme} options={themes} onValue={onTheme} />;
}
