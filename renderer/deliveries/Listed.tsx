import { useEffect } from 'react';
import { exactTime } from '../format/time.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { isNarrowed } from '../state/delivery-model.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { DeliveryList } from './DeliveryList.tsx';
import { words } from './words.ts';

type ListedProps = { readonly openedId: string | null; readonly onOpen: (id: string) => void };

/** The list, or what stands in its place. */
export function Listed({ openedId, onOpen }: ListedProps) {
  const { deliveries } = useActions();
  const { items, phase, failure, nextBefore, searchedTo, choice } = useWindow((state) => state.deliveries);
  // A search for a text that takes long comes back with nothing yet, and goes on.
  const goesOn = items.length === 0 && nextBefore !== null && phase === 'ready';
  useEffect(() => {
    if (goesOn) void deliveries.loadMore();
  }, [deliveries, goesOn]);
  if (items.length > 0) return <DeliveryList items={items} openedId={openedId} onOpen={onOpen} />;
  if (phase === 'failed') {
    return (
      <EmptyState icon="alert" title={words.loadFailed} text={failure?.message ?? ''}>
        <Button icon="retry" onClick={() => void deliveries.load()}>
          {texts.tryAgain}
        </Button>
      </EmptyState>
    );
  }
  if (phase !== 'ready' || nextBefore !== null) {
    return <Spinner label={searchedTo === null ? texts.loading : words.searchedTo(exactTime(searchedTo))} />;
  }
  if (!isNarrowed(choice)) return <EmptyState icon="deliveries" title={words.emptyTitle} text={words.emptyText} />;
  return (
    <EmptyState icon="search" title={nothingMatches(choice.text.trim())} text={words.nothingText}>
      <Button icon="close" onClick={deliveries.chooseAll}>
        {words.showAll}
      </Button>
    </EmptyState>
  );
}

function nothingMatches(text: string): string {
  return text === '' ? words.nothingTitle : words.nothingContains(text);
}
