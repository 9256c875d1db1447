import { readFileSync } from 'node:fs';
import { z } from 'zod';

const vectorSchema = z.object({
  provider: z.string(),
  name: z.string(),
  secret: z.string(),
  url: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  params: z.record(z.string(), z.string()).optional(),
  stringToSign: z.string().optional(),
  rawBody: z.string().optional(),
  /** Where the vector comes from. */
  source: z.string(),
});
export type Vector = z.output<typeof vectorSchema>;

const path = new URL('../fixtures/providers/vectors.json', import.meta.url);

/** The signature vectors of the providers whose name starts with `provider`; never none. */
export function vectorsOf(provider: string): Vector[] {
  const all = z.array(vectorSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
  const found = all.filter((vector) => vector.provider.startsWith(provider));
  if (found.length === 0) throw new Error(`There are no vectors for ${provider}.`);
  return found;
}
