/**
 * Choosing one of a few (a select), and on or off (a switch), in one look.
 * @module
 */
import { Select, Switch } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import styles from './Choice.module.css';
import { Icon } from './icons.tsx';

type Option<Value extends string> = { readonly value: Value; readonly label: string; readonly mark?: ReactNode };

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onValue: (value: Value) => void;
};

export function Choice<Value extends string>({ label, value, options, onValue }: ChoiceProps<Value>) {
  const chosen = (text: string) => {
    const option = options.find((candidate) => candidate.value === text);
    if (option) onValue(option.value);
  };
  return (
    <Select.Root value={value} onValueChange={chosen}>
      <Select.Trigger className={styles.trigger} aria-label={label}>
        <Select.Value />
        <Select.Icon>
          <Icon name="chevron" size={16} />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Content className={styles.content} position="popper" sideOffset={6} collisionPadding={8}>
          <Select.Viewport>
            {options.map((option) => (
              <Select.Item key={option.value} value={option.value} className={styles.item}>
                <Select.ItemText>
                  <span className={styles.text}>
                    {option.mark}
                    {option.label}
                  </span>
                </Select.ItemText>
                <Select.ItemIndicator>
                  <Icon name="check" size={16} />
                </Select.ItemIndicator>
              </Select.Item>
            ))}
          </Select.Viewport>
        </Select.Content>
      </Select.Portal>
    </Select.Root>
  );
}

type ToggleProps = {
  readonly label: string;
  readonly help?: string;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
};

export function Toggle({ label, help, on, onToggle }: ToggleProps) {
  const id = useId();
  return (
    <div className={styles.toggle}>
      <div>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {help && (
          <p className={styles.help} id={`${id}-help`}>
            {help}
          </p>
        )}
      </div>
      <Switch.Root id={id} className={styles.switch} checked={on} onCheckedChange={onToggle} aria-describedby={help && `${id}-help`}>
        <Switch.Thumb className={styles.thumb} />
      </Switch.Root>
    </div>
  );
}
