/**
 * One after the other, for what must not interleave.
 * @module
 */
export type Mutex = <Value>(task: () => Promise<Value>) => Promise<Value>;

/** Tasks run in the order they came; a failed one does not stop the next. */
export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task, task);
    last = run.catch(() => undefined);
    return run;
  };
}

export type KeyedMutex = <Value>(key: string, task: () => Promise<Value>) => Promise<Value>;

/** A mutex for each key, kept only while somebody waits. */
export function createKeyedMutex(): KeyedMutex {
  const tails = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = tails.get(key);
    const run = before === undefined ? task() : before.then(task, task);
    const tail = run.catch(() => undefined);
    tails.set(key, tail);
    return run.finally(() => {
      if (tails.get(key) === tail) tails.delete(key);
    });
  };
}
