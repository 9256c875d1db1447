/**
 * Writes an archive: everything of the conversations, so that nothing is lost when it is imported elsewhere. Never keys:
 * they are in the vault, which is not asked.
 * @module
 */
import type { ArchiveEntry, ReadMedia, ReservedFile, TransferFormats } from '../../core/ports.ts';
import type { Media } from '../../domain/message.ts';
import { bufferText } from '../buffered.ts';
import { archiveVersion, bytesALine, type WrittenEntry } from './format.ts';

type Options = { readonly now: number; readonly version: string; readonly readMedia?: ReadMedia };

export function writeArchive(file: ReservedFile, { now, version, readMedia }: Options): ReturnType<TransferFormats['writeArchive']> {
  const out = bufferText(file);
  const written = new Set<string>();
  let messages = 0;
  const line = (value: object): Promise<void> | undefined => out.write(`${JSON.stringify(value)}\n`);
  const put = (entry: WrittenEntry): Promise<void> | undefined => line(entry);
  void line({ kind: 'texttray-archive', version: archiveVersion, madeAt: new Date(now).toISOString(), by: `Texttray ${version}` });

  /** An attachment is written once, before the first message that has it. */
  const media = async (each: Media): Promise<void> => {
    const { file: name, state } = each;
    if (readMedia === undefined || name === undefined || state !== 'stored' || written.has(name)) return;
    const chunks = await readMedia(each);
    if (chunks === undefined) return;
    written.add(name);
    await put({ kind: 'media', file: name, name: each.name, type: each.type });
    let bytes = 0;
    for await (const chunk of inPieces(chunks)) {
      bytes += chunk.length;
      await put({ kind: 'data', data: chunk.toString('base64') });
    }
    await put({ kind: 'media-end', bytes });
  };

  return {
    async entry(entry: ArchiveEntry) {
      if (entry.kind === 'message') {
        messages += 1;
        for (const each of entry.message.media ?? []) await media(each);
      }
      await line(entry);
    },
    async end() {
      await put({ kind: 'end', messages });
      await out.flush();
    },
  };
}

async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += bytesALine) yield Buffer.from(chunk.subarray(at, at + bytesALine));
  }
}
