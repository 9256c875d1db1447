/**
 * What a file is, by its first bytes: names and endings are the user's to choose.
 * @module
 */
import type { ExchangeFile, TransferFormats } from '../core/ports.ts';
import { archiveVersion, headSchema } from './archive/format.ts';
import { asUtf8 } from './encoding.ts';

/** Bytes that are looked at. A backup may have a long comment before its first element. */
const looked = 64 * 1024;

export async function recognize(file: ExchangeFile): ReturnType<TransferFormats['recognize']> {
  let text = '';
  for await (const piece of asUtf8(file.read()).pieces) {
    text += piece.toString('utf8');
    if (text.length >= looked) break;
  }
  const [firstLine = ''] = text.split('\n', 1);
  const version = archiveVersionOf(firstLine);
  if (version !== undefined) return version > archiveVersion ? 'newer-archive' : 'archive';
  return /<(?:smses|sms|mms)[\s>/]/.test(text) ? 'sms-backup' : undefined;
}

function archiveVersionOf(line: string): number | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return headSchema.safeParse(JSON.parse(line)).data?.version;
  } catch {
    return undefined;
  }
}
