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
