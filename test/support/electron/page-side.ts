/**
 * The part of the stand-in that runs in the page, before its scripts: what a sandboxed preload finds. Its text is sent to
 * Chromium, so the function refers to nothing outside itself. The preload runs in the page's own world here, while
 * Electron gives it a world of its own; what crosses the bridge is copied and frozen as there.
 * @module
 */
import type { ContextBridge, IpcRenderer, IpcRendererEvent } from 'electron';

/** Both names are taken off the window before the page's scripts run. */
export const invokeBinding = 'standInInvoke';
export const deliverName = 'standInDeliver';

type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;
type Listener = (event: IpcRendererEvent, ...args: unknown[]) => void;
type Invoke = (channel: string, args: unknown[]) => Promise<{ ok: true; value: unknown } | { ok: false; message: string }>;

export function installPreload(preload: Preload, names: { invoke: string; deliver: string; origin: string }): void {
  if (window.top !== window || location.origin !== names.origin) return;
  const invoke: Invoke = Reflect.get(globalThis, names.invoke);
  Reflect.deleteProperty(globalThis, names.invoke);

  /** What contextBridge does: copies of data, wrapped functions, frozen objects. */
  const bridge = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        const result: unknown = value(...args.map(bridge));
        return result instanceof Promise ? result.then(bridge) : bridge(result);
      };
    }
    if (Array.isArray(value)) return Object.freeze(value.map(bridge));
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype) {
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bridge(each)])));
    }
    return typeof value === 'object' ? structuredClone(value) : value;
  };
  const contextBridge = {
    exposeInMainWorld(key, api) {
      Object.defineProperty(globalThis, key, { value: bridge(api), enumerable: true, writable: false, configurable: false });
    },
  } satisfies Partial<ContextBridge>;

  const listeners = new Map<string, Listener[]>();
  const ipcRenderer = {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const answer = await invoke(channel, structuredClone(args));
      if (!answer.ok) throw new Error(`Error invoking remote method '${channel}': ${answer.message}`);
      return answer.value;
    },
    on(channel: string, listener: Listener): IpcRenderer {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer as IpcRenderer;
    },
  } satisfies Partial<IpcRenderer>;
  const deliver = (channel: string, args: unknown[]): void => {
    for (const listener of listeners.get(channel) ?? []) listener({} as IpcRendererEvent, ...args);
  };
  // The stand-in finds it under this name; the page would have to know it.
  Object.defineProperty(globalThis, names.deliver, { value: deliver, enumerable: false, configurable: false, writable: false });

  const require = (name: string): unknown => {
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);
}
