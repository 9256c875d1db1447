import type { Conversation } from '../../src/domain/conversation.ts';
import { nameOf } from '../contacts/name.ts';
import { moment, wallClock } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Choice.tsx';
import modal from '../ui/Modal.module.css';
import { Modal } from '../ui/Modal.tsx';
import { Row } from '../ui/Page.tsx';
import { ContentChoice } from './ContentChoice.tsx';
import styles from './ConversationNotices.module.css';
import { type MuteFor, muteChoices, mutedUntil, tomorrowMorning } from './mute-times.ts';

const words = texts.notices;

/** What one conversation announces, and until when it is silent. Each choice is kept at once. */
export function ConversationNotices({ id }: { readonly id: string }) {
  const { conversations } = useActions();
  const conversation = useWindow((state) => state.conversations.get(id));
  const name = useWindow((state) => nameOf(state, conversation?.peer ?? ''));
  if (conversation === undefined) return null;
  const close = () => conversations.ask(null);
  return (
    <Modal title={words.title(name)} onClose={close}>
      <div className={styles.parts}>
        {conversation.muted ? <Muted conversation={conversation} /> : <Mute id={id} onDone={close} />}
        <Shown conversation={conversation} />
      </div>
      <div className={modal.buttons}>
        <Button tone="primary" onClick={close}>
          {words.done}
        </Button>
      </div>
    </Modal>
  );
}

function Mute({ id, onDone }: { readonly id: string; readonly onDone: () => void }) {
  const { conversations } = useActions();
  const now = useNow();
  const label = (choice: MuteFor): string =>
    choice === 'tomorrow' ? words.mutedFor.tomorrow(wallClock(tomorrowMorning(now).getHours() * 60)) : words.mutedFor[choice];
  const mute = (choice: MuteFor) => {
    onDone();
    void conversations.muteUntil([id], mutedUntil(choice, new Date()));
  };
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{words.mute}</legend>
      <p className={styles.help}>{words.muteHelp}</p>
      <div className={styles.choices}>
        {muteChoices.map((choice) => (
          <Button key={choice} onClick={() => mute(choice)}>
            {label(choice)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function Muted({ conversation: { id, mutedUntil: until } }: { readonly conversation: Conversation }) {
  const { conversations } = useActions();
  const now = useNow();
  return (
    <div className={styles.muted}>
      <p>{until === null ? words.mutedNow : words.mutedUntil(moment(until, now))}</p>
      <Button icon="bell" onClick={() => void conversations.update(id, { muted: false })}>
        {words.unmute}
      </Button>
    </div>
  );
}

function Shown({ conversation: { id, lineId, noticeContent, notifyAlways } }: { readonly conversation: Conversation }) {
  const { conversations } = useActions();
  const usual = useWindow(
    (state) => state.lines.find((line) => line.id === lineId)?.noticeContent ?? state.settings?.notifications.content ?? 'name-and-text',
  );
  return (
    <div className={styles.group}>
      <Row label={texts.settings.content}>
        <ContentChoice
          label={texts.settings.content}
          content={noticeContent}
          usual={usual}
          onContent={(content) => void conversations.update(id, { noticeContent: content })}
        />
      </Row>
      <Toggle
        label={words.always}
        help={words.alwaysHelp}
        on={notifyAlways}
        onToggle={(on) => void conversations.update(id, { notifyAlways: on })}
      />
    </div>
  );
}
