/**
 * Copying one-time codes. Where the host has no clipboard the window puts the code into the browser's, and takes it out
 * again where the browser lets it see whether it is still there.
 * @module
 */
import { texts } from '../texts.ts';
import type { ActionContext } from './context.ts';

const words = texts.codes;

/** The part of the browser's clipboard that is needed. */
export type WindowClipboard = {
  write(text: string): Promise<void>;
  /** What is in it, `undefined` where the browser does not tell. Never asks the user. */
  peek(): Promise<string | undefined>;
};

export type CodeActions = {
  copy(messageId: string): Promise<void>;
  copyLatest(): Promise<void>;
};

type Dependencies = Pick<ActionContext, 'store' | 'call' | 'after' | 'toasts'> & { readonly clipboard: WindowClipboard };

export function createCodes({ store, call, after, toasts, clipboard }: Dependencies): CodeActions {
  let stopClearing: (() => void) | undefined;

  const clearIfThere = async (code: string): Promise<void> => {
    if ((await clipboard.peek()) === code) await clipboard.write('');
  };

  /** Whether it will be taken out again. */
  const copyHere = async (code: string, seconds: number): Promise<boolean> => {
    stopClearing?.();
    await clipboard.write(code);
    if (seconds === 0 || (await clipboard.peek()) !== code) return false;
    stopClearing = after(seconds * 1_000, () => void clearIfThere(code).catch(() => undefined));
    return true;
  };

  const keep = async (inHost: boolean): Promise<void> => {
    stopClearing?.();
    if (inHost) await call('codes.keep', {});
  };

  /** The code itself is never in the toast: it may be seen by whoever looks over one's shoulder, or on a shared screen. */
  const tell = (isCleared: boolean, seconds: number, inHost: boolean): void => {
    toasts.show({
      tone: 'plain',
      title: words.copied,
      ...(isCleared && { text: words.cleared(seconds), action: { label: words.keep, run: () => void keep(inHost) } }),
    });
  };

  async function copy(messageId: string): Promise<void> {
    const answer = await call('codes.copy', { messageId });
    if (!answer.ok) return toasts.report(answer.error);
    const { code, copied, clearsAt } = answer.value;
    const seconds = store.getState().settings?.codes.clearClipboardSeconds ?? 0;
    if (copied) return tell(clearsAt !== null, seconds, true);
    try {
      tell(await copyHere(code, seconds), seconds, false);
    } catch {
      toasts.show({ tone: 'bad', title: texts.toasts.notCopied });
    }
  }

  return {
    copy,
    async copyLatest() {
      const answer = await call('codes.latest', {});
      if (!answer.ok) return toasts.report(answer.error);
      const { code } = answer.value;
      if (code !== null) return copy(code.messageId);
      toasts.show({ tone: 'plain', title: words.none, text: words.noneLately(store.getState().settings?.codes.keepHours ?? 24) });
    },
  };
}

/** The browser's own, as far as it was permitted before. */
export function windowClipboard({ clipboard, permissions }: Pick<Navigator, 'clipboard' | 'permissions'>): WindowClipboard {
  return {
    write: (text) => clipboard.writeText(text),
    async peek() {
      try {
        // The name is missing in the types of the DOM, and unknown to some browsers, which then reject.
        const { state } = await permissions.query({ name: 'clipboard-read' as PermissionName });
        return state === 'granted' ? await clipboard.readText() : undefined;
      } catch {
        return undefined;
      }
    },
  };
}
