/**
 * How the bytes of attachments come into the window: over HTTP with the token in a browser tab, from the app's own scheme
 * in the shell. They are shown from memory, so no page is ever made of them.
 * @module
 */

export type MediaBridge = {
  /** A stored attachment with the type that was found in its bytes; `missing`: it is not stored any more. */
  media(file: string): Promise<Blob | 'missing' | 'unreachable'>;
};

export function createMediaCarrier({ fetch, token }: { readonly fetch: typeof globalThis.fetch; readonly token?: string }): MediaBridge {
  const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  return {
    async media(file) {
      try {
        const response = await fetch(`/media/${encodeURIComponent(file)}`, { headers });
        if (response.status === 404) return 'missing';
        return response.ok ? await response.blob() : 'unreachable';
      } catch {
        return 'unreachable';
      }
    },
  };
}
