import { useId } from 'react';
import type { Settings } from '../../src/domain/settings.ts';
import { pageTexts } from '../texts-pages.ts';
import styles from './SettingsPage.module.css';

type Theme = Settings['theme'];
const themes: readonly Theme[] = ['system', 'light', 'dark'];
const words = pageTexts.settings;

export function ThemeChoice({ theme, onTheme }: { readonly theme: Theme; readonly onTheme: (theme: Theme) => void }) {
  const group = useId();
  return (
    <fieldset className={styles.themes}>
      <legend className="visually-hidden">{words.theme}</legend>
      <span className={styles.segments}>
        {themes.map((value) => (
          <label key={value} className={styles.segment}>
            <input type="radio" name={group} value={value} checked={value === theme} onChange={() => onTheme(value)} />
            <span>{words.themes[value]}</span>
          </label>
        ))}
      </span>
    </fieldset>
  );
}
