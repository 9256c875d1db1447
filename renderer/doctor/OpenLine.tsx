import { useActions, useWindow } from '../state/binding.tsx';
import { Button } from '../ui/Button.tsx';

/** The way to a line's settings, while the line is there. */
export function OpenLine({ lineId, label }: { readonly lineId: string; readonly label: string }) {
  const { navigation } = useActions();
  const present = useWindow((state) => state.lines.some(({ id, removedAt }) => id === lineId && removedAt === undefined));
  if (!present) return null;
  return (
    <Button size="small" icon="settings" onClick={() => navigation.goTo({ name: 'line', lineId })}>
      {label}
    </Button>
  );
}
