/**
 * One thing at a time for each subject, in the order it was asked for; different subjects do not wait for each other.
 * @module
 */

export type Turns = <Value>(subject: string, task: () => Promise<Value>) => Promise<Value>;

export function createTurns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return (subject, task) => {
    const turn = (last.get(subject) ?? Promise.resolve()).then(task);
    const over = turn
      .catch(() => undefined)
      .then(() => {
        if (last.get(subject) === over) last.delete(subject);
      });
    last.set(subject, over);
    return turn;
  };
}
