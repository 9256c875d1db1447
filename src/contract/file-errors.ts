/**
 * Why the system could not read or write a file, for people. A failure without its reason helps nobody.
 * @module
 */
import { type ErrorCode, type Failure, failure } from './errors.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'Your share of the disk is used up.',
  EFBIG: 'The disk takes no file this large.',
  EACCES: 'Texttray has no permission there.',
  EPERM: 'Texttray has no permission there.',
  EROFS: 'Nothing can be written there.',
  ENOENT: 'The folder or file is not there any more.',
  EISDIR: 'There is a folder of that name.',
  EBUSY: 'Another program is using the file.',
  EIO: 'The disk reports an error.',
  ENAMETOOLONG: 'The name is too long.',
};

/** A failure with the system's reason in plain words; its own code where there are none. */
export function explainFileError(code: ErrorCode, error: unknown): Failure {
  return failure(code, { message: `${failure(code).message} ${reasonOf(error)}` });
}

/** The reason alone, as a sentence. */
function reasonOf(error: unknown): string {
  const system = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (system === undefined) return error instanceof Error ? error.message : String(error);
  return reasons[system] ?? `The system says ${system}.`;
}
