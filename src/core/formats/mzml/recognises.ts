import type { FileHead } from '../file-head';
import { rootElement } from '../xml/root-element';

/** mzML, indexed or not. */
export function recognisesMzml(head: FileHead): boolean {
  const root = rootElement(head);
  return root === 'mzML' || root === 'indexedmzML';
}
