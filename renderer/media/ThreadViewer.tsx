import { lazy, Suspense, useMemo } from 'react';
import type { Message } from '../../src/domain/message.ts';
import { useWindow } from '../state/binding.tsx';
import { picturesOf } from './pictures.ts';

const Viewer = lazy(() => import('./Viewer.tsx').then((module) => ({ default: module.Viewer })));

/** Shows a picture of these messages large, while there is one to show. */
export function ThreadViewer({ messages }: { readonly messages: readonly Message[] }) {
  const viewed = useWindow((state) => state.viewed);
  const pictures = useMemo(() => (viewed ? picturesOf(messages) : []), [viewed, messages]);
  const isHere = pictures.some(({ place }) => place.messageId === viewed?.messageId && place.index === viewed.index);
  if (!viewed || !isHere) return null;
  return (
    <Suspense fallback={null}>
      <Viewer pictures={pictures} place={viewed} />
    </Suspense>
  );
}
