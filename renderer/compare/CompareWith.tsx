import type { DeliveryView } from '../../src/contract/views.ts';
import { words } from '../deliveries/words.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { Button } from '../ui/Button.tsx';
import { type MenuItem, MenuTextButton } from '../ui/Menu.tsx';

const { compare } = words;

/** The ways from a delivery to another one beside it: the one before, the one it repeats, or one that is opened next. */
export function CompareWith({ delivery }: { readonly delivery: DeliveryView }) {
  const { comparing, deliveries, toasts } = useActions();
  const marked = useWindow((state) => state.deliveries.marked);
  const { id, verdict } = delivery;
  if (marked === id) {
    return (
      <Button size="small" icon="check" aria-pressed="true" title={compare.hint} onClick={() => deliveries.mark(null)}>
        {compare.marked}
      </Button>
    );
  }
  const mark = (): void => {
    deliveries.mark(id);
    toasts.show({ tone: 'plain', title: compare.hint });
  };
  const items: MenuItem[] = [
    { label: compare.mark, icon: 'pin', run: mark },
    { label: compare.previous, icon: 'up', run: () => void comparing.withPrevious(delivery) },
  ];
  if (verdict === 'duplicate') items.push({ label: compare.repeated, icon: 'copy', run: () => void comparing.withRepeated(delivery) });
  if (marked !== null) items.push({ label: compare.unmark, icon: 'close', separated: true, run: () => deliveries.mark(null) });
  const withMarked = (): void => {
    if (marked === null) return;
    deliveries.mark(null);
    comparing.show(marked, id);
  };
  return (
    <>
      {marked !== null && (
        <Button size="small" tone="primary" icon="swap" onClick={withMarked}>
          {compare.withMarked}
        </Button>
      )}
      <MenuTextButton label={compare.title} icon="swap" items={items} />
    </>
  );
}
