/**
 * A code in the clipboard is only wanted for a moment: it is taken out again after a time and at the end of the app, if it
 * is still there. What the user copied in between is never touched.
 * @module
 */
import type { Clock, HostClipboard, Logger } from '../ports.ts';

export type CodeClipboard = {
  /** Copies. Answers when it is taken out again (milliseconds since the epoch), `null` for never. */
  copy(code: string): Promise<number | null>;
  /** What was copied stays. */
  keep(): void;
  close(): Promise<void>;
};

type Dependencies = {
  readonly clipboard: HostClipboard;
  /** 0: never. */
  readonly clearAfterSeconds: () => number;
  readonly clock: Clock;
  readonly logger: Logger;
};

export function createCodeClipboard({ clipboard, clearAfterSeconds, clock, logger }: Dependencies): CodeClipboard {
  let held: { readonly code: string; readonly stop: () => void } | undefined;

  const clear = async (): Promise<void> => {
    const code = held?.code;
    held?.stop();
    held = undefined;
    if (code === undefined) return;
    try {
      if ((await clipboard.read()) === code) await clipboard.write('');
    } catch (error) {
      logger.warn('clipboard.not-cleared', { error });
    }
  };

  return {
    async copy(code) {
      held?.stop();
      held = undefined;
      await clipboard.write(code);
      const seconds = clearAfterSeconds();
      if (seconds === 0) return null;
      held = { code, stop: clock.after(seconds * 1_000, () => void clear()) };
      return clock.now() + seconds * 1_000;
    },
    keep() {
      held?.stop();
      held = undefined;
    },
    close: clear,
  };
}
