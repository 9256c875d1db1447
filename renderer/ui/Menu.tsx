/**
 * One look for dropdown menus and context menus: both are given the same items.
 * @module
 */
import { ContextMenu, DropdownMenu } from 'radix-ui';
import { Fragment, type ReactElement } from 'react';
import buttons from './Button.module.css';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icons.tsx';
import styles from './Menu.module.css';
import { useOverlayContainer } from './overlays.ts';
import { Tip } from './Tip.tsx';

export type MenuItem = {
  readonly label: string;
  readonly icon: IconName;
  readonly run: () => void;
  readonly bad?: boolean;
  /** A line above it. */
  readonly separated?: boolean;
};

type MenuButtonProps = { readonly label: string; readonly items: readonly MenuItem[]; readonly size?: 'normal' | 'small' };

/** Three dots that open a menu below them. */
export function MenuButton({ label, items, size = 'normal' }: MenuButtonProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <Tip label={label}>
        <DropdownMenu.Trigger className={classes(buttons.iconButton, buttons.quiet, buttons[size])} aria-label={label}>
          <Icon name="more" size={size === 'small' ? 16 : 20} />
        </DropdownMenu.Trigger>
      </Tip>
      <Dropped items={items} align="end" />
    </DropdownMenu.Root>
  );
}

/** A small button with words that opens a menu below it. */
export function MenuTextButton({ label, icon, items }: Omit<MenuButtonProps, 'size'> & { readonly icon: IconName }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={classes(buttons.button, buttons.plain, buttons.small)}>
        <Icon name={icon} size={16} />
        {label}
      </DropdownMenu.Trigger>
      <Dropped items={items} align="start" />
    </DropdownMenu.Root>
  );
}

function Dropped({ items, align }: { readonly items: readonly MenuItem[]; readonly align: 'start' | 'end' }) {
  const overlays = useOverlayContainer();
  return (
    <DropdownMenu.Portal container={overlays}>
      <DropdownMenu.Content className={styles.menu} align={align} sideOffset={6} collisionPadding={8}>
        {items.map((item) => (
          <Fragment key={item.label}>
            {item.separated && <DropdownMenu.Separator className={styles.separator} />}
            <DropdownMenu.Item className={classes(styles.item, item.bad && styles.bad)} onSelect={item.run}>
              <Icon name={item.icon} size={16} />
              {item.label}
            </DropdownMenu.Item>
          </Fragment>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
}

type ContextProps = { readonly items: readonly MenuItem[]; readonly children: ReactElement; readonly onOpen?: (target: Element) => void };

/** Opens where one right-clicks, or at the focused element with the menu key; `onOpen` is told which element that is. */
export function PointMenu({ items, children, onOpen }: ContextProps) {
  const overlays = useOverlayContainer();
  return (
    <ContextMenu.Root modal={false}>
      <ContextMenu.Trigger asChild onContextMenu={(event) => event.target instanceof Element && onOpen?.(event.target)}>
        {children}
      </ContextMenu.Trigger>
      <ContextMenu.Portal container={overlays}>
        <ContextMenu.Content className={styles.menu} collisionPadding={8}>
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.separated && <ContextMenu.Separator className={styles.separator} />}
              <ContextMenu.Item className={classes(styles.item, item.bad && styles.bad)} onSelect={item.run}>
                <Icon name={item.icon} size={16} />
                {item.label}
              </ContextMenu.Item>
            </Fragment>
          ))}
        </ContextMenu.Content>
      </ContextMenu.Portal>
    </ContextMenu.Root>
  );
}
