import { Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';
import { useOverlayContainer } from './overlays.ts';
import styles from './Tip.module.css';

type TipProps = { readonly label: string; readonly side?: 'top' | 'bottom' | 'right' | 'left'; readonly children: ReactElement };

/** Says in a word what a control without words does. Its child has the accessible name itself. */
export function Tip({ label, side = 'bottom', children }: TipProps) {
  const overlays = useOverlayContainer();
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal container={overlays}>
        <Tooltip.Content className={styles.tip} side={side} sideOffset={6} collisionPadding={8}>
          {label}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
