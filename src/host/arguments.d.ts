import { type Result } from '../domain/result.ts';
export type HostArguments = {
  /** `undefined`: the platform's usual place. */
  readonly dataFolder: string | undefined;
  /** 0 = any free port. */
  readonly receiverPort: number;
  /** 0 = any free port; `undefined`: the usual one, or any when that is taken. */
  readonly uiPort: number | undefined;
  /** Under which URL the receiver is reachable from the internet. */
  readonly publicUrl: string | undefined;
};
/** The receiver's port must not change by itself: a proxy or a port forward in front of it names it. */
export declare const usualReceiverPort = 47810;
export declare const usualUiPort = 47811;
export declare const usage =
  'Texttray in a browser tab.\n\n  npm run serve -- [options]\n\n  --data-dir DIR         where messages and settings are kept\n  --receiver-port PORT   where webhooks arrive, 0 for any free port (default 47810)\n  --ui-port PORT         where the window is served, 0 for any free port (default 47811)\n  --public-url URL       under which https address the receiver is reachable\n  --help                 this text\n\nWhen it is ready, one line of JSON on stdout says where: open <ui>/#token=<token>.\n';
/** @returns what was asked for, `'help'`, or a sentence about what is wrong with it */
export declare function parseArguments(argv: readonly string[]): Result<HostArguments | 'help', string>;
