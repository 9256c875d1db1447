/**
 * The files of the window, and nothing else of the disk, as answers to its requests.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

/**
 * No script but our files, no connection to anywhere else: what the window needs comes through the bridge, attachments from
 * our own scheme, which it shows from memory (`blob:`).
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  'media-src blob:',
  "connect-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Answers requests with the files below a folder.
 * @param folder absolute; may be inside an asar archive
 * @param isOwn whether an address belongs to the window
 */
export function createPageFiles(folder: string, isOwn: (url: string) => boolean): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isOwn(request.url)) return empty(403);
    if (request.method !== 'GET') return empty(405);
    const file = fileOf(folder, new URL(request.url).pathname);
    const type = file === undefined ? undefined : types[extname(file)];
    if (file === undefined || type === undefined) return empty(404);
    try {
      return new Response(await readFile(file), { headers: headersFor(type) });
    } catch {
      return empty(404);
    }
  };
}

/** The file a path means, or `undefined` when it leads out of the folder or means nothing. */
export function fileOf(folder: string, pathname: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  // A backslash separates folders on Windows, a colon names a drive or a stream there, NUL ends names everywhere.
  if (/[\\:\0]/.test(path)) return undefined;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(folder + sep) ? file : undefined;
}

function headersFor(type: string): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-store',
  };
}

function empty(status: number): Response {
  return new Response(null, { status });
}
