/**
 * Files as the window deals with them, whatever carries them: chosen in a dialog or dropped, and saved. It sees ids, names
 * and sizes; paths never come here.
 * @module
 */
import type { Answered } from '../src/contract/errors.ts';
import type { ChosenFile } from '../src/contract/files.ts';

/** Told how many bytes of a file have been handed over. */
export type OnBytes = (done: number, total: number, name: string) => void;

export type FileBridge = {
  /** Lets the user choose a file; `accept` are endings like `.xml`. `null`: they chose none. */
  chooseFile(accept: readonly string[], onBytes?: OnBytes, signal?: AbortSignal): Promise<Answered<ChosenFile | null>>;
  /** Takes a file that was dropped on the window. */
  takeFile(file: File, onBytes?: OnBytes, signal?: AbortSignal): Promise<Answered<ChosenFile>>;
  /** Lets the user save a file; `null`: they closed the dialog. */
  saveFile(fileId: string, name: string): Promise<Answered<{ readonly name: string } | null>>;
  /** It is not needed any more. */
  releaseFile(fileId: string): Promise<void>;
};
