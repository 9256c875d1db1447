/**
 * The real file system, with faults where a test wants them.
 * @module
 */
import { type Files, nodeFiles, type OpenFile } from '../../src/store/files.ts';

export type Step = {
  readonly kind: 'open' | 'write' | 'datasync' | 'truncate' | 'rename' | 'remove' | 'syncFolder' | 'makeFolder';
  readonly path: string;
};

export type FaultyFiles = Files & {
  /** Asked before each step that changes something: the system's error name, or `undefined` to let it happen. */
  fault: (step: Step) => string | undefined;
};

/** A failed write leaves half of its bytes in the file, as a full disk does. */
export function faultyFiles(): FaultyFiles {
  const check = (step: Step): void => {
    const code = faulty.fault(step);
    if (code !== undefined) throw Object.assign(new Error(`${code}: injected at ${step.kind}`), { code });
  };
  const wrap = (file: OpenFile, path: string): OpenFile => ({
    ...file,
    async write(bytes, position) {
      try {
        check({ kind: 'write', path });
      } catch (error) {
        await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)), position);
        throw error;
      }
      await file.write(bytes, position);
    },
    async datasync() {
      check({ kind: 'datasync', path });
      await file.datasync();
    },
    async truncate(length) {
      check({ kind: 'truncate', path });
      await file.truncate(length);
    },
  });
  const faulty: FaultyFiles = {
    ...nodeFiles,
    fault: () => undefined,
    async open(path, mode) {
      if (mode !== 'read') check({ kind: 'open', path });
      return wrap(await nodeFiles.open(path, mode), path);
    },
    async rename(from, to) {
      check({ kind: 'rename', path: to });
      await nodeFiles.rename(from, to);
    },
    async remove(path) {
      check({ kind: 'remove', path });
      await nodeFiles.remove(path);
    },
    async syncFolder(folder) {
      check({ kind: 'syncFolder', path: folder });
      await nodeFiles.syncFolder(folder);
    },
    async makeFolder(folder) {
      check({ kind: 'makeFolder', path: folder });
      await nodeFiles.makeFolder(folder);
    },
  };
  return faulty;
}
