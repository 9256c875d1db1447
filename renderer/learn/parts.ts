/**
 * A worked sample in the parts it is shown in.
 * @module
 */
import type { Lesson } from '../../src/contract/methods/learn.ts';

export type SignedPart = { readonly kind: 'url' | 'parameters' | 'body'; readonly text: string };

/** What is signed, in its parts: how they are put together can be seen. Empty: nothing of the request is. */
export function signedParts({ proof: { canonical, coversUrl }, url }: Pick<Lesson, 'proof' | 'url'>): readonly SignedPart[] {
  if (canonical === null) return [];
  if (!coversUrl || !canonical.startsWith(url)) return [{ kind: 'body', text: canonical }];
  return [
    { kind: 'url', text: url },
    { kind: 'parameters', text: canonical.slice(url.length) },
  ];
}

export type Formatted =
  | { readonly kind: 'form'; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: 'text'; readonly text: string };

/** The payload as one reads it: a form as its parameters in the order in which they are sent, JSON over several lines. */
export function formatted({ payload, headers }: Pick<Lesson, 'payload' | 'headers'>): Formatted {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (type.includes('form-urlencoded')) return { kind: 'form', pairs: [...new URLSearchParams(payload)] };
  try {
    return { kind: 'text', text: JSON.stringify(JSON.parse(payload), null, 2) };
  } catch {
    return { kind: 'text', text: payload };
  }
}

/** The header's value as it is put together: what stands before the digest, and the digest. */
export function headerParts({ proof: { header, prefix, digest }, headers }: Pick<Lesson, 'proof' | 'headers'>) {
  const value = headers.find(([name]) => name.toLowerCase() === header.toLowerCase())?.[1];
  return value === undefined ? undefined : { prefix, digest: digest ?? value.slice(prefix.length) };
}
