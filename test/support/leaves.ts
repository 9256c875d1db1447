/**
 * Every text of a language's pack.
 * @module
 */
const isFunction = (value: unknown): value is (...given: never[]) => unknown => typeof value === 'function';

/** Every text below `value` by its path; functions are asked with a number, since each says one or the other. */
export function* leaves(value: unknown, path: readonly string[] = []): Generator<readonly [path: string, text: string]> {
  if (typeof value === 'string') yield [path.join('.'), value];
  else if (isFunction(value)) {
    for (const given of [1, 2_000]) {
      const text = saidWith(value, given);
      if (typeof text === 'string') yield [`${path.join('.')}(${given})`, text];
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* leaves(each, [...path, key]);
  }
}

/** Some count, some name: each is given what it takes. */
function saidWith(say: (...given: never[]) => unknown, given: number): unknown {
  try {
    return Reflect.apply(say, undefined, [given, given, given]);
  } catch {
    return Reflect.apply(say, undefined, [`${given}`, `${given}`, `${given}`]);
  }
}
