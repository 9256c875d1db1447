/**
 * Reads texts as a backup or archive, in pieces of any size, with attachments kept in memory.
 * @module
 */
import type { ReadProblem } from '../../src/contract/exchange.ts';
import type { ArchiveEntry, BackupMessage, ExchangeFile, MediaSink, ReservedFile } from '../../src/core/ports.ts';
import type { Media } from '../../src/domain/message.ts';
import { readArchive } from '../../src/exchange/archive/read.ts';
import { readSmsBackup } from '../../src/exchange/sms-backup/read.ts';

export const now = Date.parse('2026-03-01T12:00:00.000Z');

/** A file of these bytes that is read in pieces of this size. */
export function fileOf(content: string | Uint8Array, pieceSize = 64 * 1024): ExchangeFile {
  const bytes = Buffer.from(content);
  return {
    id: 'file',
    name: 'file',
    bytes: bytes.length,
    async *read() {
      for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
    },
  };
}

/** A sink that keeps everything under numbers, and what it was told to drop. */
export function memorySink() {
  const kept = new Map<string, Buffer>();
  const dropped: Media[] = [];
  const sink: MediaSink = {
    async keep(chunks, { name }) {
      const parts: Uint8Array[] = [];
      for await (const chunk of chunks) parts.push(chunk);
      const bytes = Buffer.concat(parts);
      const file = `m${kept.size}`;
      kept.set(file, bytes);
      return { state: 'stored', file, bytes: bytes.length, ...(name !== undefined && { name }) };
    },
    async drop(media) {
      dropped.push(media);
    },
  };
  return { sink, kept, dropped };
}

export async function backupOf(content: string | Uint8Array, pieceSize?: number) {
  const { sink, kept, dropped } = memorySink();
  const messages: BackupMessage[] = [];
  const problems: ReadProblem[] = [];
  for await (const batch of readSmsBackup(fileOf(content, pieceSize), sink, now)) {
    messages.push(...batch.messages);
    problems.push(...batch.problems);
  }
  return { messages, problems, kept, dropped };
}

export async function archiveOf(content: string | Uint8Array, pieceSize?: number) {
  const { sink, kept } = memorySink();
  const entries: ArchiveEntry[] = [];
  const problems: ReadProblem[] = [];
  for await (const batch of readArchive(fileOf(content, pieceSize), sink)) {
    entries.push(...batch.entries);
    problems.push(...batch.problems);
  }
  return { entries, problems, kept };
}

/** A file that is made in memory. */
export function memoryFile() {
  const parts: Buffer[] = [];
  const file: ReservedFile = {
    id: 'made',
    async write(chunk) {
      parts.push(Buffer.from(chunk));
    },
    async finish() {
      return fileOf(Buffer.concat(parts));
    },
    abandon: async () => undefined,
  };
  return { file, content: () => Buffer.concat(parts) };
}
