/**
 * What a person at the desktop would see of the app outside its page, and what they can do to it: the language between a
 * test and the stand-in, in plain data.
 * @module
 */

export type MenuItemState = {
  readonly label: string;
  readonly type: string;
  readonly enabled: boolean;
  readonly role?: string;
  readonly items?: readonly MenuItemState[];
};

export type NotificationState = {
  /** Counts up: what commands call it by. */
  readonly number: number;
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly body: string;
  readonly hasReply: boolean;
  /** What its buttons say. */
  readonly actions: readonly string[];
  readonly silent: boolean;
  readonly state: 'shown' | 'closed' | 'failed';
};

export type DialogState = {
  readonly kind: 'error' | 'message' | 'open' | 'save';
  readonly title: string;
  readonly detail: string;
  readonly buttons: readonly string[];
};

export type NativeState = {
  readonly window: {
    readonly created: boolean;
    readonly visible: boolean;
    readonly minimized: boolean;
    readonly focused: boolean;
    /** The options it was made with that a test may want to look at. */
    readonly options: unknown;
    readonly overlay: string | null;
  };
  readonly tray: {
    /** The picture as a data URL. */
    readonly image: string;
    readonly isTemplate: boolean;
    readonly tooltip: string;
    readonly menu: readonly MenuItemState[];
    /** How often a menu was set. */
    readonly menusSet: number;
  } | null;
  readonly applicationMenu: readonly MenuItemState[];
  readonly notifications: readonly NotificationState[];
  readonly badge: number;
  readonly clipboard: string;
  /** Shortcuts of the whole system that the app listens for. */
  readonly shortcuts: readonly string[];
  readonly dialogs: readonly DialogState[];
  readonly loginItem: { readonly openAtLogin: boolean; readonly path: string; readonly args: readonly string[] };
  readonly opened: readonly string[];
  readonly themeSource: string;
  readonly spelling: { readonly enabled: boolean; readonly languages: readonly string[] };
  readonly appUserModelId: string;
  /** As they were declared before the app was ready. */
  readonly schemes: unknown;
  readonly paths: Readonly<Record<string, string>>;
};

export type Command =
  | { readonly do: 'native' }
  | { readonly do: 'click-notification'; readonly notification: number }
  | { readonly do: 'dismiss-notification'; readonly notification: number }
  | { readonly do: 'reply-to-notification'; readonly notification: number; readonly text: string }
  /** Windows: a notification of the Action Center, also one of an earlier run. */
  | { readonly do: 'activate-notification'; readonly type: 'click' | 'reply' | 'action'; readonly tag: string; readonly text?: string }
  | { readonly do: 'act-on-notification'; readonly notification: number }
  | { readonly do: 'press-shortcut'; readonly accelerator: string }
  /** Another program copies something. */
  | { readonly do: 'copy-elsewhere'; readonly text: string }
  | { readonly do: 'click-tray' }
  /** The labels from the top of the menu down. */
  | { readonly do: 'choose-tray-item'; readonly labels: readonly string[] }
  | { readonly do: 'choose-menu-item'; readonly labels: readonly string[] }
  | { readonly do: 'power'; readonly event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen' | 'shutdown' }
  | { readonly do: 'second-instance'; readonly args: readonly string[] }
  /** What is picked in the next file dialog; without it the dialog is closed. */
  | { readonly do: 'pick-file'; readonly path: string }
  | { readonly do: 'close-window' }
  | { readonly do: 'quit' }
  /** Asks a session handler whether a page may use something. */
  | { readonly do: 'ask-permission'; readonly permission: string; readonly url: string }
  /** Calls the app as a frame with this address would. */
  | {
      readonly do: 'invoke-as';
      readonly url: string;
      readonly isMainFrame: boolean;
      readonly channel: string;
      readonly args: readonly unknown[];
    }
  /** The page's process crashed. */
  | { readonly do: 'crash-page' }
  /** Lets go of what nobody refers to. */
  | { readonly do: 'collect-garbage' };

export type CommandMessage = { readonly kind: 'command'; readonly number: number; readonly command: Command };
export type FromStandIn =
  | { readonly kind: 'window'; readonly debuggingPort: number }
  /** Told at once: the app may end right after it. */
  | { readonly kind: 'dialog'; readonly dialog: DialogState }
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly number: number; readonly message: string };
