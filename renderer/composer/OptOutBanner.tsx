import type { Conversation } from '../../src/domain/conversation.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Confirm } from '../ui/Confirm.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './Composer.module.css';

const words = texts.composer;

/** Stands where the composer was when the peer asked not to be texted. */
export function OptOutBanner({ conversation, keyword }: { readonly conversation: Conversation; readonly keyword: string }) {
  const { conversations } = useActions();
  return (
    <div className={styles.optOut}>
      <Icon name="stop" />
      <p>{words.optedOut(keyword)}</p>
      <Confirm
        title={words.textAnywayTitle}
        text={words.textAnywayText}
        confirm={words.textAnyway}
        onConfirm={() => void conversations.update(conversation.id, { optOut: null })}
        size="small"
      >
        {words.textAnyway}
      </Confirm>
    </div>
  );
}
