import { Popover } from 'radix-ui';
import { type FormEvent, useState } from 'react';
import { clock } from '../format/time.ts';
import { useNow } from '../format/useNow.ts';
import { texts } from '../texts.ts';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Choice.tsx';
import fields from '../ui/Field.module.css';
import { Field } from '../ui/Field.tsx';
import { Icon } from '../ui/icons.tsx';
import { useOverlayContainer } from '../ui/overlays.ts';
import { useTheirTime } from './local-time.ts';
import { fieldOf, momentOf, usualMoments } from './moments.ts';
import styles from './SendLater.module.css';

const words = texts.sending;

type SendLaterProps = {
  readonly peer: string;
  readonly disabled: boolean;
  /** Answers whether it was scheduled. */
  readonly onSchedule: (dueAt: string, unlessAnswered: boolean) => Promise<boolean>;
};

/** The clock beside Send: when the text shall go out instead. */
export function SendLater({ peer, disabled, onSchedule }: SendLaterProps) {
  const overlays = useOverlayContainer();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className={styles.trigger} aria-label={words.schedule} title={words.schedule} disabled={disabled}>
          <Icon name="clock" />
        </button>
      </Popover.Trigger>
      <Popover.Portal container={overlays}>
        <Popover.Content
          className={styles.popover}
          side="top"
          align="end"
          sideOffset={10}
          collisionPadding={8}
          aria-label={words.scheduleTitle}
        >
          <SendLaterForm peer={peer} onSchedule={onSchedule} onDone={close} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type FormProps = Omit<SendLaterProps, 'disabled'> & { readonly onDone: () => void; readonly label?: string; readonly initial?: string };

export function SendLaterForm({ peer, onSchedule, onDone, initial, label = words.scheduleIt }: FormProps) {
  const now = useNow();
  const [field, setField] = useState(() => fieldOf(initial === undefined ? new Date(now.getTime() + 60 * 60_000) : new Date(initial)));
  const [unlessAnswered, setUnlessAnswered] = useState(false);
  const [error, setError] = useState<string>();
  const chosen = momentOf(field);
  const theirs = useTheirTime(peer, chosen ?? now);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // The popover is inside the composer's form as far as React's events go.
    event.stopPropagation();
    if (chosen === undefined || chosen.getTime() <= Date.now()) return setError(words.timeIsOver);
    if (await onSchedule(chosen.toISOString(), unlessAnswered)) onDone();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      <h2 className={styles.title}>{words.scheduleTitle}</h2>
      <ul className={styles.usual}>
        {usualMoments(now).map(({ key, at }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.moment}
              aria-pressed={fieldOf(at) === field}
              onClick={() => {
                setField(fieldOf(at));
                setError(undefined);
              }}
            >
              <span>{words[key]}</span>
              <span className={styles.when}>{clock(at.toISOString())}</span>
            </button>
          </li>
        ))}
      </ul>
      <Field label={words.pickTime} error={error}>
        {(ids) => (
          <input
            {...ids}
            type="datetime-local"
            className={fields.input}
            value={field}
            min={fieldOf(now)}
            onChange={(event) => {
              setField(event.target.value);
              setError(undefined);
            }}
          />
        )}
      </Field>
      {theirs && (
        <p className={styles.theirs} data-night={theirs.isNight ? '' : undefined}>
          <Icon name="clock" size={14} />
          {theirs.words}
          {theirs.isNight && ` · ${words.theirNight}`}
        </p>
      )}
      {initial === undefined && (
        <Toggle label={words.unlessAnswered} help={words.unlessAnsweredHelp} on={unlessAnswered} onToggle={setUnlessAnswered} />
      )}
      <p className={styles.note}>{words.keptOpen}</p>
      <Button type="submit" tone="primary">
        {label}
      </Button>
    </form>
  );
}
