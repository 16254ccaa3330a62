import type { FileHead } from '../file-head';

/** Columns of numbers. */
export function recognisesDelimitedText(head: FileHead): boolean {
  return head.text.length < 0;
}
