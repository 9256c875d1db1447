import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './Banners.module.css';

/** What is wrong with the app as a whole. Each goes away by itself when it is over. */
export function Banners() {
  const lost = useWindow((state) => state.connection === 'lost');
  const problems = useWindow((state) => state.problems);
  if (!lost && problems.length === 0) return null;
  return (
    <ul className={styles.banners}>
      {lost && <Banner tone="bad" message={texts.connection.lost} action={texts.connection.lostAction} />}
      {problems.map(({ id, code, message, action }) => (
        <Banner
          key={id}
          tone={code === 'store-unavailable' ? 'bad' : 'warn'}
          message={texts.said(message)}
          action={action && texts.said(action)}
        />
      ))}
    </ul>
  );
}

type BannerProps = { readonly tone: 'bad' | 'warn'; readonly message: string; readonly action?: string | undefined };

function Banner({ tone, message, action }: BannerProps) {
  return (
    <li>
      <div className={styles.banner} data-tone={tone} role="alert">
        <Icon name="alert" />
        <p>
          <strong>{message}</strong> {action && <span>{withStop(action)}</span>}
        </p>
      </div>
    </li>
  );
}

function withStop(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
