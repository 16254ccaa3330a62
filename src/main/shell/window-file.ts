import { extname, join, normalize, sep } from 'node:path';

export const pageOrigin = 'app://aliquot';

/** The file a URL asks for, or undefined when it leads outside the window's folder or to another host. A path without ending is a screen. */
export function fileFor(url: URL, windowFolder: string): string | undefined {
  if (`${url.protocol}//${url.host}` !== pageOrigin) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    return undefined; // `%` without two digits names no file
  }
  const file = normalize(join(windowFolder, extname(path) === '' ? 'index.html' : path));
  return file.startsWith(windowFolder + sep) && !file.includes('\0') ? file : undefined;
}
