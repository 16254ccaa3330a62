import type { FileHead } from '../file-head';
import { rootElement } from '../xml/root-element';

/** mzXML, or its older form with the root element `msRun`. */
export function recognisesMzxml(head: FileHead): boolean {
  const root = rootElement(head);
  return root === 'mzXML' || root === 'msRun';
}
