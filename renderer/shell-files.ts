/**
 * Files in the desktop app: the shell shows the system's dialogs, a dropped file is handed over in pieces.
 * @module
 */
import type { Answered } from '../src/contract/errors.ts';
import type { ChosenFile, FileRequest } from '../src/contract/files.ts';
import { fileIncomplete, hostUnreachable } from './carrier-failures.ts';
import type { FileBridge } from './files.ts';

/** As much as the shell takes at once, see `mostFilePiece` of the contract, whose schemas stay out of the window. */
const pieceBytes = 1024 * 1024;

export function createShellFiles(ask: (request: unknown) => Promise<unknown>): FileBridge {
  async function request<Value>(what: FileRequest): Promise<Answered<Value>> {
    try {
      return (await ask(what)) as Answered<Value>;
    } catch {
      return hostUnreachable();
    }
  }
  const releaseFile = async (fileId: string): Promise<void> => void (await request({ do: 'release', fileId }));

  return {
    chooseFile: (accept) => request({ do: 'choose', accept: [...accept] }),
    async takeFile(file, onBytes, signal) {
      const begun = await request<{ fileId: string }>({ do: 'begin', name: file.name, bytes: file.size });
      if (!begun.ok) return begun;
      const { fileId } = begun.value;
      for (let at = 0; at < file.size; at += pieceBytes) {
        const data = await pieceOf(file, at);
        if (data === undefined || signal?.aborted === true) {
          await releaseFile(fileId);
          return fileIncomplete();
        }
        const added = await request<null>({ do: 'add', fileId, data });
        if (!added.ok) return added;
        onBytes?.(at + data.length, file.size, file.name);
      }
      return request<ChosenFile>({ do: 'finish', fileId });
    },
    saveFile: (fileId) => request({ do: 'save', fileId }),
    releaseFile,
  };
}

/** `undefined`: the file cannot be read any more, or it was a folder. */
async function pieceOf(file: File, at: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
  } catch {
    return undefined;
  }
}
