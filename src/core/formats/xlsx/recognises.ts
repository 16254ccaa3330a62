import type { FileHead } from '../file-head';

/** A workbook of Office Open XML. */
export function recognisesXlsx(head: FileHead): boolean {
  return head.text.startsWith('PK') && head.text.includes('xl/');
}
