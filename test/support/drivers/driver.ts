/**
 * What the end-to-end specs need of an app with a window, whatever carries it. The specs are written once; each driver
 * runs the same built window on another host.
 * @module
 */
import type { Page } from 'playwright';
import type { MethodInput, MethodName, MethodOutput } from '../../../src/contract/methods.ts';
import type { Signed } from '../sign.ts';

/** What the system around the window was asked to do; only hosts with a shell have it. */
export type Shell = {
  /** Notifications on screen, oldest first. */
  notifications(): Promise<readonly { readonly title: string; readonly body: string }[]>;
  clickNotification(index: number): Promise<void>;
  /** Labels of the tray menu, as they are now. */
  trayMenu(): Promise<readonly string[]>;
  trayTooltip(): Promise<string>;
  clickTray(label: string): Promise<void>;
  /** Addresses and files that other programs were asked to open. */
  opened(): Promise<readonly string[]>;
  closeWindow(): Promise<void>;
  isWindowVisible(): Promise<boolean>;
};

export type Driver = {
  readonly page: Page;
  /** `http://127.0.0.1:<port>` */
  readonly receiverUrl: string;
  readonly shell?: Shell;
  /** Asks the core the way the window does; a failure fails the test. */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  /** Does what opens a file dialog and picks this file in it. */
  chooseFile(path: string, open: () => Promise<void>): Promise<void>;
  /** Does what saves a file, saves it, and answers its content. */
  savedFile(save: () => Promise<void>): Promise<Buffer>;
  /** What the user would paste. */
  readClipboard(): Promise<string>;
  /** Ends the app in an orderly way. */
  close(): Promise<void>;
};

export type StartOptions = {
  readonly dataFolder: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Servers of this computer by the public names they have for the app, see published-servers.ts. */
  readonly servers?: Readonly<Record<string, string>>;
};

export type DriverKind = {
  readonly name: string;
  /** Why it cannot run here; `undefined` when it can. */
  unavailable(): string | undefined;
  start(options: StartOptions): Promise<Driver>;
  /** Ends what several apps may have shared; after all of them were closed. */
  release?(): Promise<void>;
};

/** Posts what a provider would to a line's path. */
export function deliver(
  { receiverUrl }: Pick<Driver, 'receiverUrl'>,
  line: { readonly webhookPath: string },
  signed: Signed,
): Promise<Response> {
  return fetch(`${receiverUrl}${line.webhookPath}`, { method: 'POST', headers: signed.headers, body: signed.body });
}
