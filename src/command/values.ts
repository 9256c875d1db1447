/**
 * Single values of the command line. What is wrong with one is said without repeating it: it may be the secret in the
 * wrong place.
 * @module
 */
import { failed, ok, type Result } from '../domain/result.ts';

type Limits = { readonly least: number; readonly most: number; readonly whole?: true };

export function readNumber(option: string, given: string, { least, most, whole }: Limits): Result<number, string> {
  const number = /^\d+(\.\d+)?$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most && (!whole || Number.isInteger(number))) return ok(number);
  return failed(`${option} takes a ${whole ? 'whole number' : 'number'} from ${least} to ${most}.`);
}

/** As it was given: a signature may be made for exactly this spelling. */
export function readUrl(option: string, given: string): Result<string, string> {
  const text = given.trim();
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['http:', 'https:'].includes(url.protocol))
    return failed(`${option} takes a whole address, like https://texts.example.org/hooks/….`);
  if (url.username !== '' || url.password !== '') return failed(`${option}: leave out user name and password; --header can carry them.`);
  if (text.includes('#')) return failed(`${option}: leave out everything from # on, it is never sent.`);
  return ok(text);
}

type Results = Readonly<Record<string, Result<unknown, string>>>;
type ValuesOf<All extends Results> = { readonly [Name in keyof All]: Extract<All[Name], { readonly ok: true }>['value'] };

/** The values of all of them, or the first objection. */
export function all<All extends Results>(results: All): Result<ValuesOf<All>, string> {
  const objection = Object.values(results).find((each) => !each.ok);
  if (objection?.ok === false) return objection;
  const values = Object.entries(results).map(([name, each]) => [name, each.ok ? each.value : undefined]);
  return ok(Object.fromEntries(values) as ValuesOf<All>);
}

/** Each of a list, or the first objection. */
export function each<Value>(given: readonly string[], read: (text: string) => Result<Value, string>): Result<readonly Value[], string> {
  const values: Value[] = [];
  for (const text of given) {
    const value = read(text);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
}
