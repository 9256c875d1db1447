/**
 * Files between the window and the core, in the desktop app: the system's own dialogs, and what was dropped on the window
 * piece by piece. No path ever comes from the window or goes to it.
 * @module
 */
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import { type Answered, failure, refuse } from '../src/contract/errors.ts';
import { type ChosenFile, type FileRequest, fileRequestSchema } from '../src/contract/files.ts';
import type { ExchangeDesk, ExchangeFile, ReservedFile } from '../src/core/ports.ts';
import { failed, ok } from '../src/domain/result.ts';

type Incoming = { readonly file: ReservedFile; bytes: number; readonly room: number };

/** Answers what the window asks of files; `null` as a value: the user closed the dialog. */
export function createFileAnswers({ files, window }: { files: ExchangeDesk; window: () => BrowserWindow }) {
  const incoming = new Map<string, Incoming>();

  const choose = async (accept: readonly string[]): Promise<Answered<ChosenFile | null>> => {
    const extensions = accept.map((ending) => ending.slice(1));
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
      properties: ['openFile', 'dontAddToRecent'],
      filters: [
        { name: accept.join(', '), extensions },
        { name: '*', extensions: ['*'] },
      ],
    });
    const [path] = filePaths;
    if (canceled || path === undefined) return ok(null);
    const adopted = await files.adopt(path);
    return adopted.ok ? ok(shown(adopted.value)) : adopted;
  };

  const save = async (fileId: string): Promise<Answered<{ name: string } | null>> => {
    const file = files.resolve(fileId);
    if (file === undefined) return refuse('file-gone');
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      defaultPath: join(app.getPath('downloads'), file.name),
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    });
    if (canceled || filePath === '') return ok(null);
    const copied = await files.copyTo(fileId, filePath);
    return copied.ok ? ok({ name: basename(filePath) }) : copied;
  };

  const begin = async (name: string, bytes: number): Promise<Answered<{ fileId: string }>> => {
    const room = await files.room();
    if (bytes > room) return refuse('file-too-large');
    const file = await files.reserve(name);
    incoming.set(file.id, { file, bytes: 0, room });
    return ok({ fileId: file.id });
  };

  const add = async (fileId: string, data: Uint8Array): Promise<Answered<null>> => {
    const taking = incoming.get(fileId);
    if (taking === undefined) return refuse('file-gone');
    taking.bytes += data.length;
    try {
      if (taking.bytes <= taking.room) {
        await taking.file.write(data);
        return ok(null);
      }
    } catch {
      // As with too little room: nothing of it is kept.
    }
    await release(fileId);
    return refuse('file-too-large');
  };

  const finish = async (fileId: string): Promise<Answered<ChosenFile>> => {
    const taking = incoming.get(fileId);
    incoming.delete(fileId);
    return taking === undefined ? refuse('file-gone') : ok(shown(await taking.file.finish()));
  };

  const release = async (fileId: string): Promise<Answered<null>> => {
    await incoming.get(fileId)?.file.abandon();
    incoming.delete(fileId);
    await files.release(fileId);
    return ok(null);
  };

  const answer = (request: FileRequest): Promise<Answered<unknown>> => {
    switch (request.do) {
      case 'choose':
        return choose(request.accept);
      case 'save':
        return save(request.fileId);
      case 'begin':
        return begin(request.name, request.bytes);
      case 'add':
        return add(request.fileId, request.data);
      case 'finish':
        return finish(request.fileId);
      case 'release':
        return release(request.fileId);
    }
  };

  return async (input: unknown): Promise<Answered<unknown>> => {
    const request = fileRequestSchema.safeParse(input);
    return request.success ? answer(request.data) : failed(failure('invalid-input'));
  };
}

function shown({ id, name, bytes }: ExchangeFile): ChosenFile {
  return { fileId: id, name, bytes };
}
