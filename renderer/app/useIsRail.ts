import { useLayoutEffect, useState } from 'react';
import { roomInRem, useTextScale } from '../ui/text-scale.ts';

/**
 * True while the sidebar has no room for words: they become tooltips. The same widths as in Sidebar.module.css. Measured
 * when the window or the size of its text changes and not at each rendering, which would lay out the page every time.
 */
export function useIsRail(): boolean {
  const scale = useTextScale();
  const [rail, setRail] = useState(isRail);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the width in rem follows the size of the text.
  useLayoutEffect(() => {
    const update = () => setRail(isRail());
    update();
    window.addEventListener('resize', update);
    return () => window.removeEventListener('resize', update);
  }, [scale]);
  return rail;
}

function isRail(): boolean {
  const room = roomInRem();
  return room >= 45 && room < 67.5;
}
