import { useState } from 'react';
import type { Message } from '../../src/domain/message.ts';
import { texts } from '../texts.ts';
import { Icon } from '../ui/icons.tsx';
import styles from './NewerButton.module.css';

/** The way back to the newest messages, with how many came since one left them. It is shown only away from the end. */
export function NewerButton({ messages, onJump }: { readonly messages: readonly Message[]; readonly onJump: () => void }) {
  const newest = messages.at(-1)?.sequence ?? 0;
  const [leftAt] = useState(newest);
  const arrived = newest > leftAt ? messages.filter(({ sequence, direction }) => sequence > leftAt && direction === 'inbound').length : 0;
  return (
    <button type="button" className={styles.newer} onClick={onJump}>
      <Icon name="down" size={16} />
      {arrived > 0 ? texts.thread.newMessages(arrived) : <span className="visually-hidden">{texts.thread.newer}</span>}
    </button>
  );
}
