/**
 * Words of a command for every POSIX shell. What people can read stays readable; what a terminal might obey, hide or turn
 * around (control characters, marks of direction, bytes that are no text) is written as octal numbers for `printf`, so that the
 * command can be copied, looked at and pasted anywhere.
 * @module
 */

/** Invisible, unassigned or private: nothing one can look at before running it. */
const unreadable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;
const eachUnreadable = new RegExp(unreadable.source, 'gu');

/** Whether a text can stand between quotation marks and be read there. Line breaks are part of that. */
export function isReadable(text: string): boolean {
  return !unreadable.test(text.replaceAll('\n', ''));
}

/** One word: nothing in it means anything to a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The format of a `printf` that writes these bytes and nothing else. Text that can be read is left as it is. */
export function printfFormat(bytes: Uint8Array): string {
  const text = decodeUtf8(bytes);
  const written =
    text === undefined
      ? Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? percentSafe(String.fromCharCode(byte)) : octal(byte))).join('')
      : percentSafe(text).replace(eachUnreadable, (character) =>
          character === '\n' ? '\\n' : Array.from(Buffer.from(character), octal).join(''),
        );
  // A leading hyphen would be an option.
  return quoted(written.replace(/^-/, '\\055'));
}

/** How much of these bytes can be read in the format of a `printf`: 0…1. */
export function readableShare(bytes: Uint8Array): number {
  if (bytes.length === 0) return 1;
  const text = decodeUtf8(bytes);
  if (text !== undefined) return 1 - (text.match(eachUnreadable)?.filter((character) => character !== '\n').length ?? 0) / text.length;
  let readable = 0;
  for (const byte of bytes) if (byte >= 0x20 && byte < 0x7f) readable += 1;
  return readable / bytes.length;
}

/** The text these bytes are in UTF-8, a byte order mark included; `undefined`: they are none. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function percentSafe(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('%', '%%');
}

function octal(byte: number): string {
  return `\\${byte.toString(8).padStart(3, '0')}`;
}
