import type { Failure } from '../../src/contract/errors.ts';
import type { ImportReport } from '../../src/contract/exchange.ts';
import { formatBytes } from '../format/size.ts';
import { dateOf } from '../format/time.ts';
import { useActions } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { FormFailure } from '../ui/FormFailure.tsx';
import { Row, Section } from '../ui/Page.tsx';
import { ArchiveLines } from './ArchiveLines.tsx';
import styles from './exchange.module.css';
import { LineChoice } from './LineChoice.tsx';
import { ProblemList } from './ProblemList.tsx';

const words = texts.exchange;

type ImportReportViewProps = { readonly report: ImportReport; readonly comparing: boolean; readonly failure: Failure | null };

/** What is in a file, before any of it is imported. */
export function ImportReportView({ report, comparing, failure }: ImportReportViewProps) {
  const { exchange } = useActions();
  const { messages, duplicates, from, to, media, archive } = report;
  const fresh = messages - duplicates;
  const hasWhere = archive !== null || report.lineId !== null;
  const others = archive === null ? 0 : archive.contacts + archive.templates + archive.rules + archive.deliveries;
  return (
    <>
      <header className={styles.file}>
        <div>
          <p className={styles.name}>{report.name}</p>
          <p className={styles.about}>
            {words.kinds[report.format]} · {formatBytes(report.bytes)}
          </p>
        </div>
        <Button onClick={exchange.startOver}>{words.otherFile}</Button>
      </header>
      <Section title={words.found}>
        <Row label={words.texts} help={words.textsDetail(report.inbound, report.outbound)}>
          {words.counted(messages)}
        </Row>
        <Row label={words.conversations}>{words.counted(report.conversations)}</Row>
        {from !== null && to !== null && (
          <Row label={words.period}>
            {dateOf(from)} – {dateOf(to)}
          </Row>
        )}
        <Row label={words.attachments}>
          {media.count === 0 ? words.noAttachments : `${words.counted(media.count)} · ${formatBytes(media.bytes)}`}
        </Row>
        <Row label={words.alreadyHere} {...(duplicates > 0 && { help: words.alreadyHereHelp })}>
          {comparing ? '…' : duplicates === 0 ? words.noneHere : words.counted(duplicates)}
        </Row>
        {archive !== null && others > 0 && <Row label={words.alsoBrings}>{alsoBrought(archive).join(', ')}</Row>}
      </Section>
      <Section title={words.whereTo}>{archive === null ? <LineChoice report={report} /> : <ArchiveLines lines={archive.lines} />}</Section>
      <ProblemList problems={report.problems} />
      <div className={styles.buttons}>
        <FormFailure failure={failure} />
        <Button
          tone="primary"
          size="large"
          disabled={!hasWhere || (fresh === 0 && others === 0)}
          busy={comparing}
          onClick={() => void exchange.startImport()}
        >
          {fresh === 0 && others === 0 ? words.nothingNew : words.start(fresh)}
        </Button>
      </div>
    </>
  );
}

function alsoBrought({ contacts, templates, rules, deliveries }: NonNullable<ImportReport['archive']>): readonly string[] {
  return [
    contacts > 0 && words.contacts(contacts),
    templates > 0 && words.templates(templates),
    rules > 0 && words.rules(rules),
    deliveries > 0 && words.deliveries(deliveries),
  ].filter((each) => each !== false);
}
