import type { ImportReport } from '../../src/contract/exchange.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { texts } from '../texts.ts';
import { Row } from '../ui/Page.tsx';

const words = texts.exchange;

/** The lines an archive has, and what becomes of each. */
export function ArchiveLines({ lines }: { readonly lines: NonNullable<ImportReport['archive']>['lines'] }) {
  return lines.map(({ id, label, number, messages, isHere }) => (
    <Row key={id} label={`${label} (${formatAddress(number)})`} help={isHere ? words.lineIsHere : words.lineIsNew}>
      {words.textCount(messages)}
    </Row>
  ));
}
