import { useState } from 'react';
import { formatAddress } from '../../src/domain/peer.ts';
import { RecipientField } from '../contacts/RecipientField.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { sendingLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ComposerField } from './ComposerField.tsx';
import styles from './NewConversation.module.css';
import { useComposition } from './useComposition.ts';

const words = texts.compose;

type NewConversationProps = {
  readonly lineId: string | undefined /** To whom, when that is known already. */;
  readonly address?: string | undefined;
};

/** Starts a conversation: from which line, to whom, and the first text. */
export function NewConversation({ lineId, address = '' }: NewConversationProps) {
  const { navigation } = useActions();
  const all = useWindow((state) => state.lines);
  const lines = sendingLines(all);
  const [chosen, setChosen] = useState(lineId);
  const line = lines.find(({ id }) => id === chosen) ?? lines[0];
  const [to, setTo] = useState(address);
  const [text, setText] = useState('');
  const [mediaUrls, setMediaUrls] = useState<readonly string[]>([]);
  const composition = useComposition({
    text,
    onText: setText,
    mediaUrls,
    onMediaUrls: setMediaUrls,
    target: () => line && { lineId: line.id, to },
    onSent: (message) => void navigation.openConversation(message.conversationId),
  });
  const wrong = composition.failure?.fields?.to;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <IconButton className={styles.back} icon="back" label={texts.back} onClick={navigation.back} />
        <h1 className={styles.title}>{words.title}</h1>
        <IconButton icon="close" label={texts.close} onClick={navigation.back} />
      </header>
      {line ? (
        <>
          <div className={styles.fields}>
            <div className={styles.from}>
              <span className={styles.label}>{words.line}</span>
              <Choice
                label={words.line}
                value={line.id}
                options={lines.map(({ id, label, number }) => ({
                  value: id,
                  label: `${label}, ${formatAddress(number)}`,
                }))}
                onValue={setChosen}
              />
            </div>
            <RecipientField label={words.to} placeholder={words.toPlaceholder} error={wrong} initial={address} onAddress={setTo} />
          </div>
          <div className={styles.room} />
          <ComposerField
            composition={composition}
            lineId={line.id}
            peer={to}
            label={texts.composer.message}
            placeholder={texts.composer.placeholder}
          />
        </>
      ) : (
        <EmptyState icon="phone" title={words.noLine}>
          <Button onClick={() => navigation.goTo({ name: 'add-line' })}>{texts.empty.addNumber}</Button>
        </EmptyState>
      )}
    </div>
  );
}
