/**
 * How often the window takes over what the core announces. A single change is shown with the next frame; in a burst it
 * is shown in lots, so that there is time left for what one is doing in the window.
 * @module
 */
type Pacing = {
  readonly after: (milliseconds: number, task: () => void) => unknown;
  /** Milliseconds that only grow. */
  readonly now: () => number;
};

/** One frame. */
const soonest = 16;
/** Between two lots of a burst, in milliseconds: as often as anybody can read. */
const betweenLots = 120;

/** The returned function runs a task soon, and later when it ran one just now. */
export function createPace({ after, now }: Pacing): (task: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (task) => {
    after(Math.max(soonest, last + betweenLots - now()), () => {
      last = now();
      task();
    });
  };
}
