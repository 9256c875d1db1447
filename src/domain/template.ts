/**
 * A template: a text to be sent again and again, with fields like `{name}` that are filled in.
 * @module
 */
import { z } from 'zod';

export const templateSchema = z.object({
  id: z.string().min(1),
  title: z.string().trim().min(1).max(60),
  body: z.string().min(1).max(5_000),
});
export type Template = Readonly<z.infer<typeof templateSchema>>;

const field = /\{([\p{L}][\p{L}\p{N} _-]{0,39})\}/gu;

/** The fields of a text, each once, in order, as written between the braces. */
export function fieldsIn(body: string): readonly string[] {
  return [...new Set([...body.matchAll(field)].map((match) => match[1] ?? ''))];
}

/** The text with its fields filled in; a field nobody knows a value for stays as it is and is named in `missing`. */
export function fillTemplate(
  body: string,
  values: ReadonlyMap<string, string>,
): { readonly text: string; readonly missing: readonly string[] } {
  const text = body.replace(field, (whole, name: string) => values.get(name.toLowerCase()) ?? whole);
  return { text, missing: fieldsIn(body).filter((name) => !values.has(name.toLowerCase())) };
}
