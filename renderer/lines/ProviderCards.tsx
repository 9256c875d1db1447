import type { ProviderInfo } from '../../src/contract/views.ts';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './ProviderCards.module.css';

const words = texts.lines;

type ProviderCardsProps = { readonly providers: readonly ProviderInfo[]; readonly onChoose: (provider: ProviderInfo) => void };

export function ProviderCards({ providers, onChoose }: ProviderCardsProps) {
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{words.chooseProvider}</h2>
      <p className={styles.help}>{words.chooseProviderHelp}</p>
      <ul className={styles.cards}>
        {providers.map((provider) => (
          <li key={provider.name}>
            <button type="button" className={styles.card} onClick={() => onChoose(provider)}>
              <span className={styles.name}>{provider.label}</span>
              <span className={styles.summary}>{provider.summary}</span>
              <span className={styles.abilities}>
                {abilitiesOf(provider).map((ability) => (
                  <span key={ability} className={styles.ability}>
                    {ability}
                  </span>
                ))}
              </span>
              <span className={styles.go}>
                <Icon name="chevron" size={16} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function abilitiesOf({ canSend, maxMedia, reportsDelivery }: ProviderInfo): readonly string[] {
  const abilities: string[] = [canSend ? words.sends : words.receivesOnly];
  if (canSend && maxMedia > 0) abilities.push(words.media(maxMedia));
  if (reportsDelivery) abilities.push(words.reports);
  return abilities;
}
