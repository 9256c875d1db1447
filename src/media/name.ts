/**
 * What an attachment is called by its sender: for people to read, never a path. Our own files have names of our own.
 * @module
 */

const longest = 120;
/** More than this is not even looked at. */
const lookedAt = 1_000;

/** Control characters, and those that turn the direction of what follows, as in `photo<turn>gpj.exe`. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** The name without what could deceive; `undefined` when nothing is left. */
export function cleanName(name: string): string | undefined {
  const last = name.slice(-lookedAt).normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1) ?? '';
  const cleaned = last
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (cleaned.length <= longest) return cleaned === '' ? undefined : cleaned;
  const ending = /\.\w{1,8}$/.exec(cleaned)?.[0] ?? '';
  return [...cleaned.slice(0, longest - ending.length)].filter((each) => !/^[\ud800-\udfff]$/.test(each)).join('') + ending;
}

/** The name in `Content-Disposition` (RFC 6266), else the last part of the address if it looks like a file's name. */
export function nameFrom(disposition: string | undefined, url: URL): string | undefined {
  return cleanName(dispositionName(disposition ?? '') ?? '') ?? cleanName(fileNameIn(url));
}

function dispositionName(header: string): string | undefined {
  const extended = /(?:^|;)\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1];
  if (extended !== undefined) return decoded(extended);
  const plain = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header);
  return plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2];
}

/** Most addresses end in an id, which tells nobody anything: a name has an ending. */
function fileNameIn(url: URL): string {
  const last = decoded(url.pathname.split('/').at(-1) ?? '') ?? '';
  return /^[^.].*\.\w{2,5}$/.test(last) && last.length <= longest ? last : '';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
