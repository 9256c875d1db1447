import { assertNever } from '../../src/domain/result.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { type Lane, laneKey } from '../state/model.ts';
import { activeLines } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import styles from './ConversationList.module.css';
import { laneIcon } from './lane-words.ts';

/** Why a lane is empty, which is not the same everywhere. */
export function EmptyLane({ lane }: { readonly lane: Lane }) {
  const { conversations } = useActions();
  const failure = useWindow((state) => state.lanes[laneKey(lane)]?.failure ?? null);
  if (failure) {
    return (
      <EmptyState icon="alert" title={texts.conversations.loadFailed} text={failure.message}>
        <Button icon="retry" onClick={() => void conversations.reloadLane(lane)}>
          {texts.tryAgain}
        </Button>
      </EmptyState>
    );
  }
  switch (lane.kind) {
    case 'inbox':
      return <EmptyInbox />;
    case 'archived':
      return <EmptyState icon="archive" title={texts.empty.archivedTitle} text={texts.empty.archivedText} />;
    case 'waiting':
    case 'codes':
    case 'unknown':
    case 'blocked':
      return <EmptyState icon={laneIcon(lane)} {...texts.lanes.empty[lane.kind]} />;
    case 'tag':
      return <EmptyState icon="tag" {...texts.lanes.empty.tag(lane.tag)} />;
    case 'line':
      return <EmptyLine lineId={lane.lineId} />;
    default:
      return assertNever(lane);
  }
}

function EmptyInbox() {
  const { navigation, lines } = useActions();
  const practice = useWindow((state) => activeLines(state.lines).find((line) => line.provider === 'practice'));
  const onlyPractice = useWindow((state) => activeLines(state.lines).every((line) => line.provider === 'practice'));
  if (!onlyPractice) return <EmptyState icon="inbox" title={texts.empty.noMessagesTitle} text={texts.empty.noMessagesText} />;
  return (
    <EmptyState icon="phone" title={texts.empty.noLineTitle} text={texts.empty.noLineText}>
      {/* Wide windows offer both beside this list. */}
      <div className={styles.narrowOnly}>
        {practice && (
          <Button tone="primary" onClick={() => void lines.practice(practice.id)}>
            {texts.empty.textYourself}
          </Button>
        )}
        <Button onClick={() => navigation.goTo({ name: 'add-line' })}>{texts.empty.addNumber}</Button>
      </div>
    </EmptyState>
  );
}

function EmptyLine({ lineId }: { readonly lineId: string }) {
  const { navigation, lines } = useActions();
  const line = useWindow((state) => state.lines.find(({ id }) => id === lineId));
  return (
    <EmptyState icon="phone" title={texts.empty.lineTitle} text={texts.empty.noMessagesText}>
      {line?.provider === 'practice' && (
        <Button size="small" onClick={() => void lines.practice(line.id)}>
          {texts.empty.textYourself}
        </Button>
      )}
      <Button size="small" onClick={() => navigation.goTo({ name: 'line', lineId })}>
        {texts.empty.lineDetails}
      </Button>
    </EmptyState>
  );
}
