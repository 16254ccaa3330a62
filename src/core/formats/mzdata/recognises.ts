import type { FileHead } from '../file-head';
import { rootElement } from '../xml/root-element';

/** mzData. */
export function recognisesMzdata(head: FileHead): boolean {
  const root = rootElement(head);
  return root === 'mzData';
}
