/**
 * A way from who pushes bytes to who pulls them, one piece at a time: the pusher waits until the piece before was taken.
 * @module
 */
export type Passage = {
  readonly pieces: AsyncIterable<Uint8Array>;
  /** Resolves when the piece was taken, or when nobody takes any more. */
  push(piece: Uint8Array): Promise<void>;
  end(): void;
  /** Whoever pulled has left, or never came. */
  leave(): void;
};

export function createPassage(): Passage {
  let waiting: { readonly piece: Uint8Array; readonly taken: () => void } | undefined;
  let wake: () => void = () => undefined;
  let ended = false;
  let isLeft = false;

  const leave = (): void => {
    isLeft = true;
    waiting?.taken();
    waiting = undefined;
  };

  async function* pull(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (waiting !== undefined) {
          const { piece, taken } = waiting;
          waiting = undefined;
          taken();
          yield piece;
        } else if (ended || isLeft) {
          return;
        } else {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      }
    } finally {
      leave();
    }
  }

  return {
    pieces: pull(),
    async push(piece) {
      if (isLeft) return;
      await new Promise<void>((resolve) => {
        waiting = { piece, taken: resolve };
        wake();
      });
    },
    end() {
      ended = true;
      wake();
    },
    leave,
  };
}
