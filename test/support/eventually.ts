import { setTimeout as wait } from 'node:timers/promises';

/** Asks until the answer is not `undefined`, `false` or `null`; fails after ten seconds with the last answer's name. */
export async function eventually<Value>(what: string, ask: () => Value | Promise<Value>): Promise<NonNullable<Exclude<Value, false>>> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer as NonNullable<Exclude<Value, false>>;
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await wait(10);
  }
}
