/**
 * The built app under the stand-in, for one test or for all of a file.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Answered } from '../../../src/contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../src/contract/methods.ts';
import type { InboxEvent } from '../../../src/contract/state.ts';
import { type LaunchOptions, launchStandIn, type NativeState, type StandIn } from '../../support/electron/launch.ts';
import { eventually } from '../../support/eventually.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** The bridge as the page finds it. */
export type Bridge = {
  readonly host: string;
  call(method: string, input: unknown): Promise<Answered<unknown>>;
  subscribe(listener: (event: InboxEvent) => void): () => void;
};

export type Running = StandIn & {
  readonly dataFolder: string;
  /** Asks the core the way the window does. */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<Answered<MethodOutput<Name>>>;
  /** Waits until the desktop looks like that. */
  sees(what: string, look: (native: NativeState) => boolean): Promise<NativeState>;
  /** Events the page was told since `listen`. */
  listen(): Promise<void>;
  events(): Promise<readonly InboxEvent[]>;
};

function running(app: StandIn, dataFolder: string): Running {
  const { page } = app;
  return {
    ...app,
    dataFolder,
    call: (name, input) =>
      page.evaluate(
        ([method, given]) => {
          const bridge: Bridge = Reflect.get(globalThis, 'texttray');
          return bridge.call(method, given);
        },
        [name, input] as const,
      ) as Promise<never>,
    async sees(what, look) {
      return eventually(what, async () => {
        const native = await app.native();
        return look(native) && native;
      });
    },
    listen: () =>
      page.evaluate(() => {
        const bridge: Bridge = Reflect.get(globalThis, 'texttray');
        const heard: InboxEvent[] = [];
        Reflect.set(globalThis, 'heard', heard);
        bridge.subscribe((event) => heard.push(event));
      }),
    events: () => page.evaluate((): InboxEvent[] => Reflect.get(globalThis, 'heard')),
  };
}

/** Starts the app for the running test, which ends it. */
export async function start(options: Partial<LaunchOptions> = {}): Promise<Running> {
  const dataFolder = options.dataFolder ?? (await temporaryFolder());
  const app = running(await launchStandIn({ ...options, dataFolder }), dataFolder);
  onTestFinished(() => app.close());
  return app;
}

/** Starts the app for all tests of a file; the returned function ends it. */
export async function startForFile(options: Partial<LaunchOptions> = {}): Promise<{ app: Running; end: () => Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'texttray-'));
  const app = running(await launchStandIn({ ...options, dataFolder }), dataFolder);
  return {
    app,
    async end() {
      await app.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The value of an answer that must be one. */
export function mustBe<Value>(answer: Answered<Value>): Value {
  if (!answer.ok) throw new Error(`The call failed: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
