import type { LineView } from '../../src/contract/views.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './lines.module.css';

const words = texts.lines;

type WebhookUrlProps = {
  readonly line: LineView;
  readonly help?: string | undefined;
  /** Whether it says so when no provider can reach the address. */
  readonly warns?: boolean;
};

/** The address the provider must be given, ready to copy, and whether a provider can reach it at all. */
export function WebhookUrl({ line, help, warns = true }: WebhookUrlProps) {
  const { navigation } = useActions();
  return (
    <div className={styles.webhook}>
      <div className={styles.url}>
        <code className={styles.code}>{line.webhookUrl}</code>
        <CopyButton text={line.webhookUrl} label={words.copyUrl} />
      </div>
      {help && <p className={styles.help}>{help}</p>}
      {warns && !line.webhookUrlIsPublic && line.provider !== 'practice' && (
        <div className={styles.warning}>
          <Icon name="alert" size={16} />
          <p>{words.notPublic}</p>
          <Button size="small" onClick={() => navigation.goTo({ name: 'reception' })}>
            {words.openReception}
          </Button>
        </div>
      )}
    </div>
  );
}
