/**
 * The kinds of attachment Texttray knows. A type is decided by a file's own bytes, never by what its sender says of it, and
 * the file's ending follows from the type: whatever is not in this list is a file that can only be saved.
 * @module
 */

/** How the window shows it. `file`: by name and size only. */
export type MediaKind = 'image' | 'audio' | 'video' | 'contact' | 'file';

type KnownType = { readonly extension: string; readonly kind: MediaKind };

/** No HTML, no SVG, nothing that runs. HEIC, AMR and FLAC may need another program than the window. */
const knownTypes = {
  'image/jpeg': { extension: 'jpg', kind: 'image' },
  'image/png': { extension: 'png', kind: 'image' },
  'image/gif': { extension: 'gif', kind: 'image' },
  'image/webp': { extension: 'webp', kind: 'image' },
  'image/avif': { extension: 'avif', kind: 'image' },
  'image/heic': { extension: 'heic', kind: 'file' },
  'video/mp4': { extension: 'mp4', kind: 'video' },
  'video/3gpp': { extension: '3gp', kind: 'video' },
  'video/webm': { extension: 'webm', kind: 'video' },
  'video/quicktime': { extension: 'mov', kind: 'video' },
  'audio/mpeg': { extension: 'mp3', kind: 'audio' },
  'audio/mp4': { extension: 'm4a', kind: 'audio' },
  'audio/ogg': { extension: 'ogg', kind: 'audio' },
  'audio/wav': { extension: 'wav', kind: 'audio' },
  'audio/flac': { extension: 'flac', kind: 'audio' },
  'audio/amr': { extension: 'amr', kind: 'file' },
  'text/vcard': { extension: 'vcf', kind: 'contact' },
  'application/pdf': { extension: 'pdf', kind: 'file' },
  'text/plain': { extension: 'txt', kind: 'file' },
} as const satisfies Record<string, KnownType>;

export type KnownMediaType = keyof typeof knownTypes;
/** What is in none of the known types. */
export const opaqueType = 'application/octet-stream';
export type MediaType = KnownMediaType | typeof opaqueType;

const opaque: KnownType = { extension: 'bin', kind: 'file' };
const typeOfExtension: ReadonlyMap<string, KnownMediaType> = new Map(
  Object.entries(knownTypes).map(([type, { extension }]) => [extension, type as KnownMediaType]),
);

function isKnown(type: string): type is KnownMediaType {
  return Object.hasOwn(knownTypes, type);
}

/** How an attachment of this type is shown; one of no known type is a `file`. */
export function kindOf(type: string | undefined): MediaKind {
  return type !== undefined && isKnown(type) ? knownTypes[type].kind : opaque.kind;
}

/** The ending of files of this type, without the dot. */
export function extensionOf(type: string | undefined): string {
  return type !== undefined && isKnown(type) ? knownTypes[type].extension : opaque.extension;
}

/** Whether another program may be asked to open it: only what was recognised, and so has an ending that says what it is. */
export function canBeOpened(type: string | undefined): boolean {
  return type !== undefined && isKnown(type);
}

/** Our own name of a stored attachment: 16 random bytes and the ending of its type. */
const fileName = /^[\w-]{22}\.([a-z0-9]{2,4})$/;

/** The type a stored file was found to have, as its name tells; `undefined`: this is no name of ours. */
export function typeOfFile(file: string): MediaType | undefined {
  const extension = fileName.exec(file)?.[1];
  if (extension === undefined) return undefined;
  return extension === opaque.extension ? opaqueType : typeOfExtension.get(extension);
}

/** Endings of documents that are saved under the ending their sender gave them. Whatever is not here gets one that starts nothing. */
const documents: ReadonlySet<string> = new Set(
  'doc docx odt rtf xls xlsx ods csv tsv ppt pptx odp epub ics json xml gpx kml zip gz tar 7z psd tif tiff bmp aac opus mkv avi eml'.split(
    ' ',
  ),
);

/**
 * The name a stored attachment is saved under: the sender's, with an ending that is true. A recognised file gets that of its
 * type; `holiday.jpg.exe` becomes `holiday.jpg.exe.bin`.
 */
export function saveNameOf(attachment: { readonly name?: string | undefined; readonly type?: string | undefined }): string {
  const name = attachment.name ?? 'attachment';
  const given = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  const ending = extensionOf(attachment.type);
  if (canBeOpened(attachment.type))
    return given === ending || (given === 'jpeg' && ending === 'jpg') ? name : `${name.replace(/\.\w{1,5}$/, '')}.${ending}`;
  return given !== undefined && documents.has(given) ? name : `${name}.${ending}`;
}
