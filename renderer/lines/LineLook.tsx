import type { MethodInput } from '../../src/contract/methods.ts';
import type { LineView } from '../../src/contract/views.ts';
import { WaitingHours } from '../conversations/WaitingHours.tsx';
import { useActions, useWindow } from '../state/binding.tsx';
import { lineColor, lineColors } from '../state/select.ts';
import { texts } from '../texts.ts';
import { Row, Section } from '../ui/Page.tsx';
import styles from './LineLook.module.css';

const words = texts.lanes;

/** How a line looks among the others, and when its conversations wait. Each choice is kept at once. */
export function LineLook({ line }: { readonly line: LineView }) {
  const { lines, toasts } = useActions();
  const color = useWindow((state) => lineColor(state.lines, line.id));
  const usual = useWindow((state) => state.settings?.lanes.waitingHours ?? 24);
  const keep = async (changes: Omit<MethodInput<'lines.update'>, 'id'>) => {
    const answer = await lines.update({ id: line.id, ...changes });
    if (!answer.ok) toasts.report(answer.error);
  };
  return (
    <Section title={words.look}>
      <Row label={words.color}>
        <fieldset className={styles.colors}>
          <legend className="visually-hidden">{words.color}</legend>
          {Array.from({ length: lineColors }, (_, index) => (
            <label key={words.colors[index]} className={styles.color} data-line={index}>
              <input
                type="radio"
                name="line-color"
                aria-label={words.colors[index]}
                checked={index === color}
                onChange={() => void keep({ color: index })}
              />
            </label>
          ))}
        </fieldset>
      </Row>
      <Row label={words.waitingHours} help={words.waitingHoursHelp}>
        <WaitingHours hours={line.waitingHours ?? null} usual={usual} onHours={(waitingHours) => void keep({ waitingHours })} />
      </Row>
    </Section>
  );
}
