import { lazy, Suspense } from 'react';
import type { DeliveryView } from '../../src/contract/views.ts';

const DiagnosisPanel = lazy(async () => ({ default: (await import('./DiagnosisPanel.tsx')).DiagnosisPanel }));

/** Why a delivery was refused; nothing for one that was not. It is loaded when the first refused one is opened. */
export function Diagnosis({ delivery }: { readonly delivery: DeliveryView }) {
  if (delivery.verdict !== 'rejected') return null;
  return (
    <Suspense fallback={null}>
      <DiagnosisPanel key={delivery.id} delivery={delivery} />
    </Suspense>
  );
}
