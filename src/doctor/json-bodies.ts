/**
 * A JSON body as it may have been before it was read and written anew on its way.
 * @module
 */
import type { MistakeCode } from '../contract/diagnosis.ts';
import { escapeStyles } from './json-escapes.ts';
import { type Json, type Order, orderOf, readWritable, reordered, sortedOrders, spacings, withStrings, writeJson } from './json-writing.ts';
import { utf8, type Way } from './way.ts';

/** Characters that all of these may take together, so that a large body does not take long. */
const mostCharacters = 2 * 1024 * 1024;
const mostTemplates = 4;

/** One way to write one side of the text; without a mistake: the way it arrived. */
type Side<Value> = { readonly mistakes: readonly MistakeCode[]; readonly value: Value };
type Spelling = { readonly mistakes: readonly MistakeCode[]; readonly write: () => string };

/** Every spelling of a JSON body, those with fewest mistakes first. `templates` are bodies whose order of keys is right. */
export function* rewrittenJson(body: Uint8Array, templates: readonly Uint8Array[]): Generator<Way<Uint8Array>> {
  const text = utf8(body)?.replace(/^\ufeff/, '');
  const json = text === undefined ? undefined : readWritable(text);
  if (json === undefined) return;
  let left = mostCharacters;
  const known = new Set([json.text]);
  const ended: Way<Uint8Array>[] = [];
  for (const { mistakes, write } of spellings(json, ordersOf(templates))) {
    if (mistakes.length > 1) yield* ended.splice(0);
    const written = write();
    left -= written.length;
    if (left < 0) break;
    if (known.has(written)) continue;
    known.add(written);
    yield { mistakes, value: Buffer.from(written) };
    if (mistakes.length === 1 && mistakes[0] === 'json-spacing')
      ended.push({ mistakes: ['json-spacing', 'line-ends'], value: Buffer.from(`${written}\n`) });
  }
  yield* ended;
}

function ordersOf(templates: readonly Uint8Array[]): Order[] {
  const known = templates.slice(0, mostTemplates).flatMap((template) => {
    const text = utf8(template);
    return text === undefined ? [] : (orderOf(text) ?? []);
  });
  return [...known, ...sortedOrders];
}

function spellings(json: Json, orders: readonly Order[]): Spelling[] {
  const roots = unlike<Json['root']>('json-key-order', json.root, (root) => orders.map((order) => reordered(root, order)), keysOf);
  const strings = unlike<readonly string[]>(
    'json-escapes',
    json.strings,
    (written) => escapeStyles.map((style) => written.map(style)),
    (written) => written.join('\n'),
  );
  const arrived = spacings.findIndex((spacing) => writeJson(json.root, json.strings, spacing) === json.text.trim());
  const all = roots.flatMap((root) =>
    strings.flatMap((escaped) =>
      spacings.map(
        (spacing, index): Spelling => ({
          mistakes: [...root.mistakes, ...escaped.mistakes, ...(index === arrived ? [] : (['json-spacing'] as const))],
          write: () => writeJson(root.value, escaped.value, spacing),
        }),
      ),
    ),
  );
  // Blanks that no style explains stay where they are.
  const inPlace = arrived >= 0 ? [] : strings.map(({ mistakes, value }): Spelling => ({ mistakes, write: () => withStrings(json, value) }));
  const sorted = [...inPlace, ...all].filter(({ mistakes }) => mistakes.length > 0);
  return sorted.sort((one, other) => one.mistakes.length - other.mistakes.length);
}

/** The way it arrived, and those that differ from it and each other. */
function unlike<Value>(
  mistake: MistakeCode,
  arrived: Value,
  others: (arrived: Value) => readonly Value[],
  name: (value: Value) => string,
): Side<Value>[] {
  const known = new Set([name(arrived)]);
  const sides: Side<Value>[] = [{ mistakes: [], value: arrived }];
  for (const value of others(arrived)) {
    if (known.has(name(value))) continue;
    known.add(name(value));
    sides.push({ mistakes: [mistake], value });
  }
  return sides;
}

function keysOf(root: Json['root']): string {
  if (root.kind === 'array') return `[${root.items.map(keysOf).join()}]`;
  if (root.kind === 'object') return `{${root.members.map(({ key, value }) => `${key}${keysOf(value)}`).join()}}`;
  return '';
}
