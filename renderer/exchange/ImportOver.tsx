import type { ExchangeOutcome, ImportResult } from '../../src/contract/exchange.ts';
import { nameOf } from '../contacts/name.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Row, Section } from '../ui/Page.tsx';
import styles from './exchange.module.css';
import { ProblemList } from './ProblemList.tsx';

const words = texts.exchange;

/** What became of an import. */
export function ImportOver({ outcome }: { readonly outcome: ExchangeOutcome }) {
  const { exchange } = useActions();
  const { import: result, failure } = outcome;
  return (
    <>
      {result === null ? (
        <EmptyState
          icon="alert"
          title={words.failed}
          text={[failure?.message, failure?.action && `${failure.action}.`].filter(Boolean).join(' ')}
        />
      ) : (
        <Result result={result} />
      )}
      <div className={styles.buttons}>
        <Button size="large" onClick={exchange.startOver}>
          {words.another}
        </Button>
      </div>
    </>
  );
}

function Result({ result }: { readonly result: ImportResult }) {
  const { imported, duplicates, media, finished, rules, lines } = result;
  return (
    <>
      <EmptyState
        icon={finished ? 'check' : 'pause'}
        title={finished ? words.done : words.stopped}
        text={finished ? words.outcome(imported, result.conversations.length) : `${words.textCount(imported)}. ${words.stoppedHelp}`}
      />
      <Section title={result.name}>
        <Row label={words.texts}>{words.counted(imported)}</Row>
        {duplicates > 0 && <Row label={words.skipped}>{words.counted(duplicates)}</Row>}
        {media > 0 && <Row label={words.withAttachments}>{words.counted(media)}</Row>}
        {alsoBrought(result).length > 0 && <Row label={words.alsoBrings}>{alsoBrought(result).join(', ')}</Row>}
        {rules > 0 && <p className={styles.note}>{words.rulesOff}</p>}
        {lines > 0 && <p className={styles.note}>{words.linesWithoutKeys}</p>}
      </Section>
      {result.conversations.length > 0 && (
        <Section title={words.lookAt}>
          {result.conversations.map(({ id, imported: count }) => (
            <ConversationLink key={id} id={id} count={count} />
          ))}
        </Section>
      )}
      <ProblemList problems={result.problems} isOver />
    </>
  );
}

function ConversationLink({ id, count }: { readonly id: string; readonly count: number }) {
  const { navigation } = useActions();
  const name = useWindow((state) => {
    const conversation = state.conversations.get(id);
    return conversation && nameOf(state, conversation.peer);
  });
  return (
    <button type="button" className={styles.link} onClick={() => void navigation.openConversation(id)}>
      <span>{name ?? words.show}</span>
      <span className={styles.about}>{words.textCount(count)}</span>
    </button>
  );
}

function alsoBrought({ lines, contacts, templates, rules, deliveries }: ImportResult): readonly string[] {
  return [
    lines > 0 && words.lines(lines),
    contacts > 0 && words.contacts(contacts),
    templates > 0 && words.templates(templates),
    rules > 0 && words.rules(rules),
    deliveries > 0 && words.deliveries(deliveries),
  ].filter((each) => each !== false);
}
