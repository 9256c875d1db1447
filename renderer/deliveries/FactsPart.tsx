import type { DeliveryView } from '../../src/contract/views.ts';
import { exactTime } from '../format/time.ts';
import { useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { DetailPart, Facts } from './DetailPart.tsx';
import { Shown } from './Shown.tsx';
import { sizeOf } from './sentences.ts';
import { words } from './words.ts';

export function FactsPart({ delivery }: { readonly delivery: DeliveryView }) {
  const { id, lineId, receivedAt, source, method, path, query } = delivery;
  const line = useWindow((state) => state.lines.find((each) => each.id === lineId)?.label ?? texts.lanes.removedLine);
  return (
    <DetailPart title={words.facts.title}>
      <Facts
        facts={[
          [words.facts.receivedAt, exactTime(receivedAt)],
          [words.facts.line, line],
          [words.facts.request, <Shown key="request" text={`${method} ${path}`} />],
          ...(query === undefined ? [] : [[words.facts.query, <Shown key="query" text={query} />] as const]),
          [words.facts.source, source],
          [words.facts.size, sizeOf(delivery)],
          [words.facts.id, id],
        ]}
      />
    </DetailPart>
  );
}
