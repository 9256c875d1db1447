/**
 * The only file that touches what carries calls and events between the window and the core: Electron's preload
 * (`window.texttray`) or, in a browser tab, the browser host over HTTP. Both are generated from the contract's list.
 * @module
 */
import type { Answered } from '../src/contract/errors.ts';
import type { MethodInput, MethodName, MethodOutput } from '../src/contract/methods.ts';
import type { InboxEvent } from '../src/contract/state.ts';
import { hostUnreachable } from './carrier-failures.ts';
import type { FileBridge } from './files.ts';
import { createHttpCarrier } from './http-carrier.ts';
import { createHttpFiles } from './http-files.ts';
import { createMediaCarrier, type MediaBridge } from './media-carrier.ts';
import { createShellFiles } from './shell-files.ts';

/** Asks the core. Never rejects: an unreachable host is a failure like every other. */
export type Call = <Name extends MethodName>(name: Name, input: MethodInput<Name>) => Promise<Answered<MethodOutput<Name>>>;

export type BridgeListener = {
  event(event: InboxEvent): void;
  /** `live`: events flow (again), so what was missed must be asked for. `refused`: the host does not know this window. */
  connection(state: 'live' | 'lost' | 'refused'): void;
};

export type Bridge = Carrier & FileBridge & MediaBridge;

export type Carrier = {
  readonly host: 'electron' | 'browser';
  readonly call: Call;
  /** Starts listening; the returned function stops it. */
  subscribe(listener: BridgeListener): () => void;
};

/** What the preload puts on the window. What comes through it was checked against the contract by the core. */
type ElectronBridge = {
  readonly host: 'electron';
  readonly call: (method: string, input: unknown) => Promise<unknown>;
  readonly subscribe: (listener: (event: unknown) => void) => () => void;
  readonly file: (request: unknown) => Promise<unknown>;
};

declare global {
  interface Window {
    readonly texttray?: ElectronBridge;
  }
}

/** Picks the carrier this window was opened with. */
export function openBridge(scope: Window): Bridge {
  const fetch = scope.fetch.bind(scope);
  if (scope.texttray) return { ...electronBridge(scope.texttray), ...createMediaCarrier({ fetch }) };
  const given = { token: takeToken(scope), fetch };
  return { ...createHttpCarrier(given), ...createHttpFiles(given), ...createMediaCarrier(given) };
}

function electronBridge(shell: ElectronBridge): Carrier & FileBridge {
  return {
    ...createShellFiles(shell.file),
    host: 'electron',
    call: (async (name: string, input: unknown) => {
      try {
        return await shell.call(name, input);
      } catch {
        return hostUnreachable();
      }
    }) as Call,
    subscribe(listener) {
      const stop = shell.subscribe((event) => listener.event(event as InboxEvent));
      listener.connection('live');
      return stop;
    },
  };
}

const tokenKey = 'texttray.token';

/** The token of this run comes in the address once; it is kept for reloads and taken out of the address bar and history. */
function takeToken(scope: Window): string {
  const fromAddress = new URLSearchParams(scope.location.hash.slice(1)).get('token');
  if (fromAddress === null) return scope.sessionStorage.getItem(tokenKey) ?? '';
  scope.sessionStorage.setItem(tokenKey, fromAddress);
  scope.history.replaceState(null, '', scope.location.pathname + scope.location.search);
  return fromAddress;
}
