import type { FileHead } from '../file-head';

/**
 * JCAMP-DX: the first line that is neither empty nor a remark is a labelled record. RRUFF borrows such labels for the header of two columns of numbers,
 * which are no JCAMP-DX.
 */
export function recognisesJcamp({ lines }: FileHead): boolean {
  const first = lines.find((line) => line.trim() !== '' && !line.trimStart().startsWith('$$'));
  return first !== undefined && /^\s*##[^=]{1,80}=/.test(first) && !lines.some((line) => line.startsWith('##RRUFFID='));
}
