/**
 * Stands in for `webContents`: the page of Chromium, with the real built preload and the app's own protocol handler.
 * @module
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { WebContents } from 'electron';
import type { BrowserContext, Page, Route } from 'playwright';
import { openBrowser } from './browser.ts';
import { handleCall } from './calls.ts';
import { createEvent } from './desktop.ts';
import { deliverName, installPreload, invokeBinding } from './page-side.ts';
import { answerRoute, fromStandIn, toStandIn } from './protocols.ts';
import { createSession, type StandInSession } from './sessions.ts';
import { followTheme } from './small-parts.ts';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

export type StandInContents = {
  readonly contents: WebContents;
  readonly session: StandInSession;
  load(address: string): Promise<void>;
  close(): Promise<void>;
};

/** @param preload absolute path of the built preload */
export function createContents(preload: string): StandInContents {
  const events = new EventEmitter();
  let isDestroyed = false;
  let openHandler: OpenHandler = () => ({ action: 'allow' });
  /** The address the app itself asked for: such a navigation is not announced. */
  let loading: string | undefined;
  const session = createSession(() => contents);
  const ready = openBrowser().then(async ({ page, context }) => {
    await prepare(page, context);
    return page;
  });

  const members = {
    session: session.session,
    isDestroyed: () => isDestroyed,
    setWindowOpenHandler(handler) {
      openHandler = handler;
    },
    send(channel, ...args) {
      const copy: unknown[] = structuredClone(args);
      ready.then((page) => deliver(page, channel, copy)).catch(() => undefined);
    },
    replaceMisspelling(_word) {
      // Chromium's menus are not drawn here.
    },
  } satisfies Partial<WebContents>;
  const contents = Object.assign(events, members) as WebContents;

  async function prepare(page: Page, context: BrowserContext): Promise<void> {
    await page.exposeBinding(invokeBinding, ({ frame }, channel: string, args: unknown[]) =>
      handleCall({ url: fromStandIn(frame.url()), isMainFrame: frame.parentFrame() === null, contents }, channel, args),
    );
    const names = { invoke: invokeBinding, deliver: deliverName, origin: toStandIn('app://texttray') };
    const script = readFileSync(preload, 'utf8');
    await page.addInitScript({
      content: `(${installPreload.toString()})((require, module, exports) => {${script}\n}, ${JSON.stringify(names)});`,
    });
    await context.route('**/*', (route) => onRequest(page, route));
    if (session.allows('clipboard-sanitized-write', 'app://texttray/index.html')) await context.grantPermissions(['clipboard-write']);
    followTheme((dark) => void page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' }).catch(() => undefined));
    context.on('page', (popup) => void popup.close().catch(() => undefined));
  }

  async function onRequest(page: Page, route: Route): Promise<void> {
    const request = route.request();
    if (!request.isNavigationRequest()) return answerRoute(route);
    const address = fromStandIn(request.url());
    const frame = isOfPage(page, route) ? request.frame() : undefined;
    if (frame === undefined) {
      // A second page: Electron would have asked before there was one.
      openHandler({ url: address, frameName: '', features: '', disposition: 'foreground-tab', referrer: { url: '', policy: 'default' } });
      return route.abort('aborted');
    }
    if (loading !== undefined && frame.parentFrame() === null && address === loading) return answerRoute(route);
    const event = createEvent({ url: address, isSameDocument: false, isMainFrame: frame.parentFrame() === null, frame: null });
    events.emit('will-frame-navigate', event);
    return event.defaultPrevented ? route.abort('aborted') : answerRoute(route);
  }

  return {
    contents,
    session,
    async load(address) {
      const page = await ready;
      loading = address;
      try {
        await page.goto(toStandIn(address), { waitUntil: 'load' });
      } finally {
        loading = undefined;
      }
      events.emit('did-finish-load');
    },
    async close() {
      isDestroyed = true;
      await (await ready).close();
    },
  };
}

/** Whether a request belongs to the window's page; a page that is just being opened has no frame yet. */
function isOfPage(page: Page, route: Route): boolean {
  try {
    return route.request().frame().page() === page;
  } catch {
    return false;
  }
}

function deliver(page: Page, channel: string, args: unknown[]): Promise<void> {
  return page.evaluate(
    ({ name, channel: to, args: what }) => {
      const receive: unknown = Reflect.get(globalThis, name);
      if (typeof receive === 'function') receive(to, what);
    },
    { name: deliverName, channel, args },
  );
}
