import { useActions, useWindow } from '../state/binding.tsx';
import { activeLines, sendingLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Welcome } from './Welcome.tsx';

/** What the third pane says while no conversation is open: a welcome as long as there is only the practice line. */
export function NothingOpen() {
  const { navigation } = useActions();
  const onlyPractice = useWindow((state) => activeLines(state.lines).every((line) => line.provider === 'practice'));
  const started = useWindow((state) => state.totals.conversations > 0);
  const canSend = useWindow((state) => sendingLines(state.lines).length > 0);
  if (onlyPractice) return <Welcome started={started} />;
  return (
    <EmptyState icon="inbox" title={texts.empty.nothingOpenTitle} text={canSend ? texts.empty.nothingOpenText : ''}>
      {canSend && (
        <Button icon="compose" onClick={() => navigation.compose()}>
          {texts.conversations.newConversation}
        </Button>
      )}
    </EmptyState>
  );
}
