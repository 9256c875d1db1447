import { useEffect, useState } from 'react';
import { useActions } from '../state/binding.tsx';
import type { Loaded } from './blobs.ts';

/** A stored attachment's bytes while a component shows them; `undefined`: they are on their way. */
export function useHeld(file: string | undefined): Loaded | undefined {
  const { media } = useActions();
  const [loaded, setLoaded] = useState<{ readonly file: string; readonly what: Loaded } | undefined>(undefined);
  useEffect(() => {
    if (file === undefined) return undefined;
    let isWanted = true;
    void media.blobs.hold(file).then((what) => {
      if (isWanted) setLoaded({ file, what });
    });
    return () => {
      isWanted = false;
      media.blobs.release(file);
    };
  }, [media, file]);
  if (file === undefined) return undefined;
  return loaded?.file === file ? loaded.what : media.blobs.peek(file);
}
