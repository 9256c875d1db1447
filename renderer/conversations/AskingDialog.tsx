import { nameOf } from '../contacts/name.ts';
import { ConversationNotices } from '../notices/ConversationNotices.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import modal from '../ui/Modal.module.css';
import { Modal } from '../ui/Modal.tsx';
import { TagEditor } from './TagEditor.tsx';

/** What is asked about conversations, wherever it was begun: in a row's menu, above the list, in a thread. */
export function AskingDialog() {
  const asking = useWindow((state) => state.asking);
  if (!asking) return null;
  switch (asking.about) {
    case 'tags':
      return <TagEditor ids={asking.ids} />;
    case 'notices':
      return <ConversationNotices id={asking.ids[0] ?? ''} />;
    case 'block':
      return <BlockQuestion ids={asking.ids} />;
  }
}

const words = texts.manage.blocking;

function BlockQuestion({ ids }: { readonly ids: readonly string[] }) {
  const { conversations } = useActions();
  const name = useWindow((state) => {
    const peer = state.conversations.get(ids[0] ?? '')?.peer;
    return peer === undefined ? '' : nameOf(state, peer);
  });
  const close = () => conversations.ask(null);
  const block = () => {
    close();
    void conversations.block(ids, true);
  };
  return (
    <Modal
      role="alertdialog"
      title={ids.length === 1 ? words.title(name) : words.titleMany(ids.length)}
      description={words.text}
      onClose={close}
    >
      <div className={modal.buttons}>
        <Button onClick={close}>{texts.cancel}</Button>
        <Button tone="bad" icon="slash" onClick={block}>
          {words.confirm}
        </Button>
      </div>
    </Modal>
  );
}
