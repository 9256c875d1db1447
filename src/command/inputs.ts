/**
 * What the command reads besides its arguments: the secret and somebody's own body, from files or stdin.
 * @module
 */
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { failed, ok, type Result } from '../domain/result.ts';
import type { SecretSource } from './options.ts';

const mostSecretBytes = 4_096;
const mostFileBytes = 65_536;
const mostBodyBytes = 64 * 1_048_576;

/** The secret without the line end that files and `echo` put behind it; `undefined`: none was named. */
export async function readSecret(source: SecretSource | undefined, stdin: Readable): Promise<Result<string | undefined, string>> {
  if (source === undefined) return ok(undefined);
  const read = await readSource(source, stdin);
  if (!read.ok) return read;
  const secret = read.value.replace(/\r?\n$/, '');
  if (secret.trim() === '') return failed('The secret is empty.');
  return Buffer.byteLength(secret) > mostSecretBytes ? failed('The secret is too long to be one.') : ok(secret);
}

async function readSource(source: SecretSource, stdin: Readable): Promise<Result<string, string>> {
  if (source.kind === 'value') return ok(source.value);
  const read = source.kind === 'stdin' ? await readAll(stdin, mostFileBytes) : await readWhole('--secret-file', source.path, mostFileBytes);
  return read.ok ? ok(new TextDecoder().decode(read.value)) : read;
}

/** The exact bytes of `--body-file`; `-` is stdin. */
export function readBody(path: string, stdin: Readable): Promise<Result<Uint8Array, string>> {
  return path === '-' ? readAll(stdin, mostBodyBytes) : readWhole('--body-file', path, mostBodyBytes);
}

async function readWhole(option: string, path: string, most: number): Promise<Result<Uint8Array, string>> {
  try {
    const bytes = await readFile(path);
    return bytes.length > most ? failed(`${option}: this file is too large.`) : ok(bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return failed(`${option}: the file cannot be read (${code}).`);
  }
}

async function readAll(stream: Readable, most: number): Promise<Result<Uint8Array, string>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > most) return failed('There is too much on stdin.');
    chunks.push(bytes);
  }
  return ok(Buffer.concat(chunks));
}
