import { type FormEvent, useState } from 'react';
import type { Failure } from '../../src/contract/errors.ts';
import { formatAddress } from '../../src/domain/peer.ts';
import { nameOf } from '../contacts/name.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Choice, Toggle } from '../ui/Choice.tsx';
import { TextField } from '../ui/Field.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Row, Section } from '../ui/Page.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import styles from './exchange.module.css';
import { type ExportChoice, exportInput, usualChoice } from './export-choice.ts';
import { FormatChoice } from './FormatChoice.tsx';

const words = texts.exchange;

type ExportFormProps = { readonly failure: Failure | null; readonly conversationId: string | undefined };

/** What is exported, and in which form. */
export function ExportForm({ failure, conversationId }: ExportFormProps) {
  const { exchange, navigation } = useActions();
  const lines = useWindow((state) => state.lines);
  const [choice, setChoice] = useState<ExportChoice>(usualChoice);
  const set = (changes: Partial<ExportChoice>): void => setChoice({ ...choice, ...changes });
  const name = useWindow((state) => {
    const conversation = conversationId === undefined ? undefined : state.conversations.get(conversationId);
    return conversation && nameOf(state, conversation.peer);
  });
  const isTable = choice.format === 'csv';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void exchange.startExport({ ...exportInput(choice), ...(name !== undefined && conversationId !== undefined && { conversationId }) });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Section title={words.format}>
        <FormatChoice value={choice.format} onValue={(format) => set({ format })} />
      </Section>
      <Section title={words.what}>
        {name !== undefined && (
          <Row label={words.ofConversation}>
            <span className={styles.only}>
              <bdi>{name}</bdi>
              <Button onClick={() => navigation.goTo({ name: 'export' })}>{words.everything}</Button>
            </span>
          </Row>
        )}
        {name === undefined && (
          <Row label={words.ofLine}>
            <Choice
              label={words.ofLine}
              value={choice.lineId}
              options={[
                { value: '', label: words.allLines },
                ...lines.map(({ id, label, number }) => ({ value: id, label: `${label} (${formatAddress(number)})` })),
              ]}
              onValue={(lineId) => set({ lineId })}
            />
          </Row>
        )}
        <div className={styles.dates}>
          <TextField
            label={words.from}
            help={words.dateHelp}
            required={false}
            type="date"
            value={choice.from}
            onText={(from) => set({ from })}
          />
          <TextField label={words.to} required={false} type="date" value={choice.to} onText={(to) => set({ to })} />
        </div>
        {!isTable && (
          <Toggle label={words.withMedia} help={words.withMediaHelp} on={choice.withMedia} onToggle={(withMedia) => set({ withMedia })} />
        )}
        {choice.format === 'archive' && name === undefined && (
          <Toggle
            label={words.withDeliveries}
            help={words.withDeliveriesHelp}
            on={choice.withDeliveries}
            onToggle={(withDeliveries) => set({ withDeliveries })}
          />
        )}
        {isTable && <ColumnChoice chosen={choice.columns} onChosen={(columns) => set({ columns })} />}
      </Section>
      <div className={styles.buttons}>
        <FormFailure failure={failure} />
        <Button type="submit" tone="primary" size="large" icon="download" disabled={isTable && choice.columns.size === 0}>
          {words.write}
        </Button>
      </div>
    </form>
  );
}
