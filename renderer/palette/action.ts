/**
 * What the palette can do, as it is written down.
 * @module
 */
import type { Keyboard } from '../keyboard/keyboard.ts';
import type { CommandName } from '../keyboard/table.ts';
import type { Actions } from '../state/actions.ts';
import type { WindowState } from '../state/model.ts';
import type { IconName } from '../ui/icons.tsx';

export type PaletteTools = { readonly actions: Actions; readonly keyboard: Keyboard; readonly state: WindowState };

export type PaletteAction = {
  readonly id: string;
  readonly kind: 'page' | 'setting' | 'action';
  readonly icon: IconName;
  readonly label: string;
  /** Further words it is found by. */
  readonly also?: string;
  /** The key that does the same. */
  readonly command?: CommandName;
  /** Whether it can be done now; always, when not given. */
  readonly when?: (state: WindowState) => boolean;
  readonly run: (tools: PaletteTools) => void;
};
