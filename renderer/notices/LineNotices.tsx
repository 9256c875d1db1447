import type { MethodInput } from '../../src/contract/methods.ts';
import type { LineView } from '../../src/contract/views.ts';
import { useActions, useWindow } from '../state/binding.tsx';
import { texts } from '../texts.ts';
import { Toggle } from '../ui/Choice.tsx';
import { Row, Section } from '../ui/Page.tsx';
import { ContentChoice } from './ContentChoice.tsx';

const words = texts.notices;

/** What a line announces. Each choice is kept at once. */
export function LineNotices({ line: { id, notify = true, noticeContent } }: { readonly line: LineView }) {
  const { lines, toasts } = useActions();
  const usual = useWindow((state) => state.settings?.notifications.content ?? 'name-and-text');
  const keep = async (changes: Omit<MethodInput<'lines.update'>, 'id'>) => {
    const answer = await lines.update({ id, ...changes });
    if (!answer.ok) toasts.report(answer.error);
  };
  return (
    <Section title={words.line}>
      <Toggle label={words.lineNotify} on={notify} onToggle={(on) => void keep({ notify: on })} />
      {notify && (
        <Row label={texts.settings.content}>
          <ContentChoice
            label={texts.settings.content}
            content={noticeContent ?? null}
            usual={usual}
            onContent={(content) => void keep({ noticeContent: content })}
          />
        </Row>
      )}
    </Section>
  );
}
