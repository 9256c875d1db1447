/**
 * The whole app without a window, on a real port and a real folder, for integration tests.
 * @module
 */
import { onTestFinished } from 'vitest';
import { type App, type AppOptions, startApp } from '../../src/app/start-app.ts';
import { answerCall } from '../../src/contract/call.ts';
import type { Failure } from '../../src/contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../src/contract/methods.ts';
import type { InboxEvent } from '../../src/contract/state.ts';
import type { LineView } from '../../src/contract/views.ts';
import type { Logger, SecretVault } from '../../src/core/ports.ts';
import { memoryVault } from './memory-vault.ts';
import type { Signed } from './sign.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type TestApp = App & {
  readonly dataFolder: string;
  readonly vault: SecretVault;
  readonly events: InboxEvent[];
  /** What went wrong inside: bugs and warnings by event name. */
  readonly logged: { level: string; event: string; fields: unknown }[];
  /** Calls a method as the window does; fails the test when the answer is a failure. */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>;
  /** Calls a method that is expected to fail. */
  refusal<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<Failure>;
  /** Posts what a provider would to a line's webhook path. */
  deliver(line: Pick<LineView, 'webhookPath'>, signed: Signed): Promise<Response>;
};

/** Starts an app that the running test ends; what is not given is new and empty. */
export async function testApp(options: Partial<AppOptions> = {}): Promise<TestApp> {
  const dataFolder = options.dataFolder ?? (await temporaryFolder());
  const vault = options.vault ?? memoryVault();
  const logged: TestApp['logged'] = [];
  const log = (level: string) => (event: string, fields?: unknown) => void logged.push({ level, event, fields });
  const logger: Logger = { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') };
  const started = await startApp({
    receiverPort: 0,
    host: { kind: 'browser', platform: process.platform, version: '0.0.0-test', canStartAtLogin: false },
    logger,
    ...options,
    vault,
    dataFolder,
  });
  if (!started.ok) throw new Error(started.error.message);
  const app = started.value;
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= app.close();
    return closing;
  };
  onTestFinished(close);
  const events: InboxEvent[] = [];
  app.inbox.subscribe((event) => events.push(event));

  const ask = (name: MethodName, input: unknown) =>
    answerCall(app.inbox.handlers, name, input, (error) => logged.push({ level: 'bug', event: name, fields: error }));
  return {
    ...app,
    close,
    dataFolder,
    vault,
    events,
    logged,
    async call(name, input) {
      const answer = await ask(name, input);
      if (!answer.ok) throw new Error(`${name} failed: ${JSON.stringify(answer.error)}`);
      return answer.value as MethodOutput<typeof name>;
    },
    async refusal(name, input) {
      const answer = await ask(name, input);
      if (answer.ok) throw new Error(`${name} did not fail: ${JSON.stringify(answer.value)}`);
      return answer.error;
    },
    deliver: (line, signed) =>
      fetch(`${app.receiverUrl}${line.webhookPath}`, { method: 'POST', headers: signed.headers, body: signed.body }),
  };
}
