import { type RefObject, useEffect } from 'react';

/**
 * Whoever looks at the end of a thread goes on looking at it when the thread gets less room: the composer grew, a banner
 * came, the window was made smaller.
 * @param nearEnd how near its end counts as there, in pixels
 */
export function useKeptAtEnd(scroller: RefObject<HTMLElement | null>, nearEnd: number): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let height = element.clientHeight;
    const observer = new ResizeObserver(() => {
      const wasAtEnd = element.scrollTop + height >= element.scrollHeight - nearEnd;
      const shrank = element.clientHeight < height;
      height = element.clientHeight;
      if (shrank && wasAtEnd) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, nearEnd]);
}
