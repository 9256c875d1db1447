/**
 * A webhook path is the secret of its line: whoever knows it can post there.
 * @module
 */
export type Paths = {
  /** @param text a path, or an URL with one */
  learn(text: string): void;
  /** Wherever they stand: proxies copy paths into headers, and bodies name the URL for reports. */
  masked(text: string): string;
};

const token = /\/hooks\/([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/;

export function createPaths(): Paths {
  const invented = new Map<string, string>();
  return {
    learn(text) {
      const found = token.exec(text)?.[1];
      // As long as the real one: the receiver takes it for a path of a line.
      if (found !== undefined && !invented.has(found))
        invented.set(found, `masked-path-of-line-${String(invented.size + 1).padStart(2, '0')}`);
    },
    masked(text) {
      let masked = text;
      for (const [real, other] of invented) masked = masked.replaceAll(real, other);
      return masked;
    },
  };
}
