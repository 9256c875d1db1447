import { lazy, Suspense, useState } from 'react';
import type { DeliveryView } from '../../src/contract/views.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { MenuTextButton } from '../ui/Menu.tsx';
import type { ExportFormat } from './gathering.ts';
import { words } from './words.ts';

const CurlDialog = lazy(async () => ({ default: (await import('./CurlDialog.tsx')).CurlDialog }));
const ExportDialog = lazy(async () => ({ default: (await import('./ExportDialog.tsx')).ExportDialog }));

/** Takes a delivery along for other tools, and leads to how it came about. */
export function TakeAlong({ delivery }: { readonly delivery: DeliveryView }) {
  const { navigation } = useActions();
  const [asked, setAsked] = useState<'curl' | ExportFormat | null>(null);
  const provider = useWindow((state) => state.lines.find(({ id }) => id === delivery.lineId)?.provider);
  const close = (): void => setAsked(null);
  return (
    <>
      <MenuTextButton
        label={words.menu}
        icon="download"
        items={[
          { label: words.curl, icon: 'copy', run: () => setAsked('curl') },
          { label: words.har, icon: 'download', run: () => setAsked('har') },
          { label: words.fixtures, icon: 'download', run: () => setAsked('fixtures') },
          {
            label: words.learn,
            icon: 'question',
            separated: true,
            run: () => navigation.goTo({ name: 'learn', ...(provider !== undefined && { provider }) }),
          },
        ]}
      />
      <Suspense fallback={null}>
        {asked === 'curl' && <CurlDialog deliveryId={delivery.id} onClose={close} />}
        {(asked === 'har' || asked === 'fixtures') && <ExportDialog deliveryId={delivery.id} format={asked} onClose={close} />}
      </Suspense>
    </>
  );
}
