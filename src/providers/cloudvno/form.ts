/**
 * The two directions of Python's form encoding that CloudVNO's signature is built on. JavaScript's own URLSearchParams
 * differs from it: it keeps `*`, escapes `~`, sorts by UTF-16 unit, and silently replaces what it cannot decode.
 * @module
 */

/** A form as Flask hands it to the application: a repeated key counts once, with its first value. */
export type Form = ReadonlyMap<string, string>;

/**
 * Decodes an `application/x-www-form-urlencoded` body like `urllib.parse.parse_qsl` with blank values kept: `+` is a
 * space, a `%` that no two hex digits follow is itself. `undefined` when bytes or escapes are not UTF-8: CloudVNO signs
 * text, so it cannot have made such a body, and guessing a replacement would let different bodies share a signature.
 */
export function decodeForm(body: Uint8Array): Form | undefined {
  const form = new Map<string, string>();
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    for (const pair of text.split('&')) {
      if (pair === '') continue;
      const separator = pair.indexOf('=');
      const key = unquotePlus(separator < 0 ? pair : pair.slice(0, separator));
      const value = separator < 0 ? '' : unquotePlus(pair.slice(separator + 1));
      if (!form.has(key)) form.set(key, value);
    }
  } catch {
    return undefined;
  }
  return form;
}

function unquotePlus(text: string): string {
  if (!text.includes('%')) return text.replaceAll('+', ' ');
  return decodeURIComponent(text.replaceAll('+', ' ').replace(/%(?![0-9a-f]{2})/gi, '%25'));
}

/**
 * `urllib.parse.urlencode(sorted(params.items()))` of Python 3.7 and later: keys in code point order, `quote_plus` on
 * key and value. `undefined` when a lone surrogate is in it, where Python raises UnicodeEncodeError.
 */
export function urlencodeSorted(form: Form): string | undefined {
  try {
    return [...form]
      .map(([key, value]) => ({ order: Buffer.from(key), pair: `${quotePlus(key)}=${quotePlus(value)}` }))
      .sort((one, other) => Buffer.compare(one.order, other.order))
      .map(({ pair }) => pair)
      .join('&');
  } catch {
    return undefined;
  }
}

/** Python leaves `_.-~`, letters and digits; `encodeURIComponent` leaves five characters more and writes a space as `%20`. */
function quotePlus(text: string): string {
  return encodeURIComponent(text).replace(/%20|[!'()*]/g, (found) =>
    found === '%20' ? '+' : `%${found.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
