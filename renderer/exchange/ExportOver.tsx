import type { Failure } from '../../src/contract/errors.ts';
import type { ExchangeOutcome } from '../../src/contract/exchange.ts';
import { formatBytes } from '../format/size.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import styles from './exchange.module.css';

const words = texts.exchange;

type ExportOverProps = { readonly outcome: ExchangeOutcome; readonly savedAs: string | null; readonly failure: Failure | null };

/** The file is there, or why it is not. */
export function ExportOver({ outcome, savedAs, failure }: ExportOverProps) {
  const { exchange } = useActions();
  const { export: result } = outcome;
  if (result === null) {
    const why = outcome.failure;
    return (
      <EmptyState icon="alert" title={words.exportFailed} text={[why?.message, why?.action && `${why.action}.`].filter(Boolean).join(' ')}>
        <Button onClick={exchange.forgetExport}>{words.again}</Button>
      </EmptyState>
    );
  }
  const details = words.writtenHelp(result.messages, formatBytes(result.bytes));
  const missing = result.missingMedia > 0 ? ` ${words.missingMedia(result.missingMedia)}` : '';
  return (
    <div className={styles.ready}>
      <EmptyState icon="check" title={savedAs === null ? words.written : words.saved(savedAs)} text={`${details}.${missing}`}>
        <Button tone="primary" icon="download" onClick={() => void exchange.save()}>
          {words.save}
        </Button>
        <Button onClick={exchange.forgetExport}>{words.again}</Button>
      </EmptyState>
      <FormFailure failure={failure} />
    </div>
  );
}
