import type { FileHead } from '../file-head';

/** mzXML. */
export function recognisesMzxml(head: FileHead): boolean {
  return /<mzXML[\s>]/.test(head.text);
}
