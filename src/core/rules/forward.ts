/**
 * Posts a text to an address of the user's, tried again a few times when nobody takes it. Its `id` lets the other side
 * know a repetition.
 * @module
 */
import type { Message } from '../../domain/message.ts';
import type { Clock, HttpClient } from '../ports.ts';

/** Milliseconds before the second and each further try. */
const waits = [5_000, 60_000, 10 * 60_000] as const;
const timeoutMs = 15_000;

export type Forward = {
  /** `onSettled` is told once how it ended: `undefined`, or why nobody took it. */
  post(url: string, message: Message, line: { readonly label: string; readonly number: string }): void;
  close(): void;
};

type Dependencies = {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly onSettled: (url: string, failure: string | undefined) => void;
};

export function createForward({ http, clock, onSettled }: Dependencies): Forward {
  const waiting = new Set<() => void>();
  let closed = false;

  const attempt = async (url: string, body: string, failures: number): Promise<void> => {
    const outcome = await http({ method: 'POST', url, headers: { 'content-type': 'application/json' }, body, timeoutMs });
    if (closed) return;
    if (outcome.kind === 'answer' && outcome.status < 300) return onSettled(url, undefined);
    const reason = outcome.kind === 'answer' ? `it answered ${outcome.status}` : 'it could not be reached';
    const mayHelp = outcome.kind !== 'answer' || outcome.status >= 500 || outcome.status === 429;
    const wait = waits[failures];
    if (!mayHelp || wait === undefined) return onSettled(url, reason);
    const takeBack = clock.after(wait, () => {
      waiting.delete(takeBack);
      void attempt(url, body, failures + 1);
    });
    waiting.add(takeBack);
  };

  return {
    post(url, { id, peer, body, at, media }, { label, number }) {
      const mediaUrls = (media ?? []).flatMap((each) => each.url ?? []);
      void attempt(url, JSON.stringify({ id, from: peer, to: number, line: label, body, at, mediaUrls }), 0);
    },
    close() {
      closed = true;
      for (const takeBack of waiting) takeBack();
    },
  };
}
