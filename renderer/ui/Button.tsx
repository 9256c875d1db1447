import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icons.tsx';
import { Tip } from './Tip.tsx';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'bad';

type ButtonProps = ComponentProps<'button'> & {
  readonly tone?: ButtonTone;
  readonly icon?: IconName;
  readonly size?: 'normal' | 'small' | 'large';
  /** Something is under way: it says so to screen readers and takes no second click. */
  readonly busy?: boolean;
};

export function Button({ tone = 'plain', icon, size = 'normal', busy = false, className, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? undefined : onClick}
      className={classes(styles.button, styles[tone], styles[size], className)}
    >
      {icon && <Icon name={icon} size={size === 'small' ? 16 : 20} />}
      {children}
    </button>
  );
}

type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  readonly icon: IconName;
  /** Its accessible name, shown as its tooltip too. */
  readonly label: string;
  readonly size?: 'normal' | 'small';
  readonly tone?: 'quiet' | 'primary';
  readonly tipSide?: 'top' | 'bottom' | 'right';
};

export function IconButton({ icon, label, size = 'normal', tone = 'quiet', tipSide = 'bottom', className, ...rest }: IconButtonProps) {
  return (
    <Tip label={label} side={tipSide}>
      <button type="button" {...rest} aria-label={label} className={classes(styles.iconButton, styles[tone], styles[size], className)}>
        <Icon name={icon} size={size === 'small' ? 16 : 20} />
      </button>
    </Tip>
  );
}
