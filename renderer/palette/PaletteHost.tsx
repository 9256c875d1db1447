import { lazy, Suspense, useState } from 'react';
import { useCommand } from '../keyboard/useCommand.ts';

const Palette = lazy(() => import('./Palette.tsx').then((module) => ({ default: module.Palette })));

/** Loads the palette when it is first asked for. */
export function PaletteHost() {
  const [open, setOpen] = useState(false);
  useCommand('goTo', () => setOpen(true));
  if (!open) return null;
  return (
    <Suspense fallback={null}>
      <Palette onClose={() => setOpen(false)} />
    </Suspense>
  );
}
