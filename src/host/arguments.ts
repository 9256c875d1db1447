/**
 * The browser host's command line.
 * @module
 */
import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '../domain/result.ts';

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
export const usualReceiverPort = 47_810;
export const usualUiPort = 47_811;

export const usage = `Texttray in a browser tab.

  npm run serve -- [options]

  --data-dir DIR         where messages and settings are kept
  --receiver-port PORT   where webhooks arrive, 0 for any free port (default ${usualReceiverPort})
  --ui-port PORT         where the window is served, 0 for any free port (default ${usualUiPort})
  --public-url URL       under which https address the receiver is reachable
  --help                 this text

When it is ready, one line of JSON on stdout says where: open <ui>/#token=<token>.
`;

/** @returns what was asked for, `'help'`, or a sentence about what is wrong with it */
export function parseArguments(argv: readonly string[]): Result<HostArguments | 'help', string> {
  let values: ReturnType<typeof readOptions>;
  try {
    values = readOptions(argv);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
  if (values.help === true) return ok('help');
  const receiverPort = portOf('--receiver-port', values['receiver-port']);
  if (!receiverPort.ok) return receiverPort;
  const uiPort = portOf('--ui-port', values['ui-port']);
  if (!uiPort.ok) return uiPort;
  const dataFolder = values['data-dir'];
  if (dataFolder === '') return failed('--data-dir needs a folder.');
  const publicUrl = values['public-url'];
  if (publicUrl !== undefined && !/^https?:\/\//i.test(publicUrl))
    return failed(`--public-url must be an https address, not "${publicUrl}".`);
  return ok({ dataFolder, receiverPort: receiverPort.value ?? usualReceiverPort, uiPort: uiPort.value, publicUrl });
}

function readOptions(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { 'data-dir': text, 'receiver-port': text, 'ui-port': text, 'public-url': text, help: { type: 'boolean' } } as const;
  return parseArgs({ args: [...argv], options, strict: true, allowPositionals: false }).values;
}

function portOf(option: string, text: string | undefined): Result<number | undefined, string> {
  if (text === undefined) return ok(undefined);
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return ok(Number(text));
  return failed(`${option} must be a number from 0 to 65535, not "${text}".`);
}
