import { locale, texts } from '../texts.ts';
import { Choice } from '../ui/Choice.tsx';
import { Icon } from '../ui/icons.tsx';
import { Row } from '../ui/Page.tsx';
import styles from './SpellLanguages.module.css';

const words = texts.reading;

/** Those Chromium has a dictionary for; the shell leaves out what its version does not know. */
const known =
  'af bg ca cs cy da de el en-AU en-CA en-GB en-US es es-419 et fa fo fr he hi hr hu hy id it ko lt lv nb nl pl pt-BR pt-PT ro ru sh sk sl sq sr sv ta tg tr uk vi'.split(
    ' ',
  );

const names = new Intl.DisplayNames(locale, { type: 'language' });
const nameOf = (tag: string) => names.of(tag) ?? tag;
const sorted = known.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), locale));

type SpellLanguagesProps = { readonly chosen: readonly string[]; readonly onChange: (chosen: string[]) => void };

/** The languages one writes in; none chosen: the system's. */
export function SpellLanguages({ chosen, onChange }: SpellLanguagesProps) {
  const left = sorted.filter((tag) => !chosen.includes(tag));
  return (
    <Row label={words.spellLanguages} help={words.spellLanguagesHelp}>
      <div className={styles.languages}>
        {chosen.length > 0 && (
          <ul className={styles.chosen}>
            {chosen.map((tag) => (
              <li key={tag}>
                <button
                  type="button"
                  className={styles.language}
                  aria-label={words.removeSpellLanguage(nameOf(tag))}
                  onClick={() => onChange(chosen.filter((other) => other !== tag))}
                >
                  {nameOf(tag)}
                  <Icon name="close" size={16} />
                </button>
              </li>
            ))}
          </ul>
        )}
        {chosen.length < 10 && (
          <Choice
            label={words.addSpellLanguage}
            value=""
            options={[
              { value: '', label: chosen.length === 0 ? words.likeSystem : words.addSpellLanguage },
              ...left.map((tag) => ({ value: tag, label: nameOf(tag) })),
            ]}
            onValue={(tag) => tag !== '' && onChange([...chosen, tag])}
          />
        )}
      </div>
    </Row>
  );
}
