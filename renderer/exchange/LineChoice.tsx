import type { ImportReport } from '../../src/contract/exchange.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { Row } from '../ui/Page.tsx';

const words = texts.exchange;

/** Which line the texts of a phone's backup go to. */
export function LineChoice({ report }: { readonly report: ImportReport }) {
  const { exchange, navigation } = useActions();
  const lines = useWindow((state) => state.lines.filter(({ removedAt, provider }) => removedAt === undefined && provider !== 'practice'));
  if (lines.length === 0) {
    return (
      <Row label={words.noLine} help={words.noLineHelp}>
        <Button onClick={() => navigation.goTo({ name: 'add-line' })}>{words.addLine}</Button>
      </Row>
    );
  }
  const options = lines.map(({ id, label, number }) => ({ value: id, label: `${label} (${formatAddress(number)})` }));
  const hint = report.ownNumber === null ? '' : ` ${words.ownNumber(formatAddress(report.ownNumber))}`;
  return (
    <Row label={words.line} help={`${words.lineHelp}${hint}`}>
      <Choice
        label={words.line}
        value={report.lineId ?? ''}
        options={report.lineId === null ? [{ value: '', label: words.chooseLine }, ...options] : options}
        onValue={(lineId) => {
          if (lineId !== '') void exchange.chooseLine(lineId);
        }}
      />
    </Row>
  );
}
