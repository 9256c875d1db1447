import { useState } from 'react';
import type { Scheduled } from '../../src/domain/scheduled.ts';
import { useName } from '../contacts/name.ts';
import { moment } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Modal } from '../ui/Modal.tsx';
import styles from './ScheduledRow.module.css';
import { SendLaterForm } from './SendLater.tsx';

const words = texts.sending;

/** A text that waits for its moment, or for the user's decision after it. `named`: it also says to whom it goes. */
export function ScheduledRow({ scheduled, named = false }: { readonly scheduled: Scheduled; readonly named?: boolean }) {
  const { composing, navigation } = useActions();
  const [choosing, setChoosing] = useState(false);
  const now = useNow();
  const name = useName(scheduled.peer);
  const { id, body, dueAt, state } = scheduled;
  const isOpen = state !== 'waiting';
  const reschedule = async (at: string): Promise<boolean> => (await composing.reschedule(id, at)).ok;
  const edit = async (): Promise<void> => {
    await composing.edit(scheduled);
    await navigation.openConversation(scheduled.conversationId);
  };
  return (
    <li className={styles.row} data-state={state} data-scheduled={id}>
      <Icon name={isOpen ? 'alert' : 'clock'} size={16} />
      <div className={styles.words}>
        {named && <p className={styles.name}>{words.to(name)}</p>}
        <p className={styles.body} dir="auto">
          {body === '' ? texts.thread.attachment : body}
        </p>
        <p className={styles.state}>{stateOf(scheduled, moment(dueAt, now))}</p>
        {isOpen && (
          <div className={styles.actions}>
            <Button size="small" icon="send" onClick={() => void composing.sendNow(id)}>
              {words.sendNow}
            </Button>
            <Button size="small" tone="quiet" onClick={() => setChoosing(true)}>
              {words.changeTime}
            </Button>
            <Button size="small" tone="quiet" onClick={() => void composing.discard(id)}>
              {words.discard}
            </Button>
          </div>
        )}
      </div>
      <MenuButton
        size="small"
        label={words.actionsFor}
        items={[
          { label: words.sendNow, icon: 'send', run: () => void composing.sendNow(id) },
          { label: words.changeTime, icon: 'clock', run: () => setChoosing(true) },
          { label: words.editText, icon: 'compose', run: () => void edit() },
          { label: words.discard, icon: 'trash', bad: true, separated: true, run: () => void composing.discard(id) },
        ]}
      />
      {choosing && (
        <Modal title={words.changeTime} onClose={() => setChoosing(false)}>
          <SendLaterForm
            peer={scheduled.peer}
            label={words.changeTime}
            initial={Date.parse(dueAt) > now.getTime() ? dueAt : new Date(now.getTime() + 60 * 60_000).toISOString()}
            onSchedule={reschedule}
            onDone={() => setChoosing(false)}
          />
        </Modal>
      )}
    </li>
  );
}

function stateOf({ state, unlessAnswered, reason }: Scheduled, due: string): string {
  switch (state) {
    case 'waiting':
      return unlessAnswered ? words.dueUnlessAnswered(due) : words.due(due);
    case 'missed':
      return words.missed(due);
    case 'answered':
      return words.answeredFirst(due);
    case 'refused':
      return words.refused(reason === undefined ? '' : texts.said(reason));
  }
}
