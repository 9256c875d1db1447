/**
 * Asking the core through the window's own bridge, for the hosts that have a preload.
 * @module
 */
import type { Page } from 'playwright';
import type { Answered } from '../../../src/contract/errors.ts';
import type { Driver } from './driver.ts';

/** Inside the page: what the preload puts on its window is not in the types of the DOM. */
type WindowWithBridge = Window & { readonly texttray: { call(method: string, input: unknown): Promise<unknown> } };

export function callThroughPreload(page: Page): Driver['call'] {
  return async (name, input) => {
    const ask = ({ method, value }: { method: string; value: unknown }) =>
      (window as unknown as WindowWithBridge).texttray.call(method, value);
    const answer = (await page.evaluate(ask, { method: name, value: input as unknown })) as Answered<never>;
    if (!answer.ok) throw new Error(`${name} failed: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
}
