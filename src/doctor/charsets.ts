/**
 * Windows-1252, the character set that what calls itself Latin-1 is mostly written in.
 * @module
 */

const decoder = new TextDecoder('windows-1252');
const byCharacter = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));

export function fromWindows1252(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** `undefined`: it has characters which are not in it. */
export function asWindows1252(text: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = byCharacter.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}
