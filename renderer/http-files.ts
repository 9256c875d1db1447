/**
 * Files in a browser tab: what the user chooses is streamed to the host, what they save comes back as a download.
 * @module
 */
import type { Answered } from '../src/contract/errors.ts';
import type { ChosenFile } from '../src/contract/files.ts';
import { fileIncomplete, hostUnreachable, notPermitted } from './carrier-failures.ts';
import type { FileBridge, OnBytes } from './files.ts';

/** How long a download's address stays valid after it was handed to the browser, in milliseconds. */
const handedOverMs = 60_000;

export function createHttpFiles({ token, fetch }: { readonly token: string; readonly fetch: typeof globalThis.fetch }): FileBridge {
  const authorization = { Authorization: `Bearer ${token}` };

  /** Not `fetch`: it does not tell how far an upload is. */
  const takeFile = (file: File, onBytes?: OnBytes, signal?: AbortSignal): Promise<Answered<ChosenFile>> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.open('POST', '/files');
      request.setRequestHeader('Authorization', authorization.Authorization);
      request.setRequestHeader('Content-Type', 'application/octet-stream');
      request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.toWellFormed()));
      request.upload.onprogress = ({ loaded, total }) => onBytes?.(loaded, total, file.name);
      request.onload = () => resolve(request.status === 401 || request.status === 403 ? notPermitted() : answerOf(request.responseText));
      request.onerror = () => resolve(hostUnreachable());
      request.onabort = () => resolve(fileIncomplete());
      signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(file);
    });

  return {
    async chooseFile(accept, onBytes, signal) {
      const file = await askForFile(accept);
      return file === null ? { ok: true, value: null } : takeFile(file, onBytes, signal);
    },
    takeFile,
    async saveFile(fileId, name) {
      try {
        const response = await fetch(`/files/${fileId}`, { headers: authorization });
        if (response.status === 401 || response.status === 403) return notPermitted();
        if (!response.ok) return answerOf(await response.text());
        download(await response.blob(), name);
        return { ok: true, value: { name } };
      } catch {
        return hostUnreachable();
      }
    },
    async releaseFile(fileId) {
      await fetch(`/files/${fileId}`, { method: 'DELETE', headers: authorization }).catch(() => undefined);
    },
  };
}

function answerOf<Value>(text: string): Answered<Value> {
  try {
    return JSON.parse(text) as Answered<Value>;
  } catch {
    return hostUnreachable();
  }
}

/** The browser's own dialog; `null` when it was closed. */
function askForFile(accept: readonly string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept.join(',');
    input.onchange = () => resolve(input.files?.[0] ?? null);
    input.oncancel = () => resolve(null);
    input.click();
  });
}

function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), handedOverMs);
}
