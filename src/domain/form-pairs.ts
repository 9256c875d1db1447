/**
 * A form as it comes in a request (`application/x-www-form-urlencoded`), for showing: every pair in its place, repeated
 * names too, and what cannot be decoded as it was written.
 * @module
 */

export type FormText = {
  readonly text: string;
  /** It is not percent-encoded UTF-8: this is how it came. */
  readonly undecodable?: true;
};

export type FormPair = {
  readonly name: FormText;
  /** Absent: there was no `=`. */
  readonly value?: FormText;
  /** Another pair before it has the same name. */
  readonly repeated?: true;
};

/** Never fails: any text is some form. An empty one has no pairs. */
export function readForm(text: string): readonly FormPair[] {
  const known = new Set<string>();
  return text
    .split('&')
    .filter((written) => written !== '')
    .map((written) => {
      const equals = written.indexOf('=');
      const name = decodedPart(equals < 0 ? written : written.slice(0, equals));
      const repeated = known.has(name.text);
      known.add(name.text);
      return { name, ...(equals >= 0 && { value: decodedPart(written.slice(equals + 1)) }), ...(repeated && { repeated }) };
    });
}

function decodedPart(written: string): FormText {
  try {
    return { text: decodeURIComponent(written.replaceAll('+', ' ')) };
  } catch {
    return { text: written, undecodable: true };
  }
}
