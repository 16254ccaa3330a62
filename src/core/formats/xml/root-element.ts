import type { FileHead } from '../file-head';

const PROLOG = /^\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*)*<(?:!DOCTYPE\s+)?([A-Za-z_][\w.:-]*)/;

/** The name of a file's root element, without prefix; of a file with a document type the name given there. Undefined where it is no XML. */
export function rootElement(head: FileHead): string | undefined {
  const name = PROLOG.exec(head.text)?.[1];
  return name?.slice(name.indexOf(':') + 1);
}
