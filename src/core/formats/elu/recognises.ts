import type { FileHead } from '../file-head';

/** AMDIS deconvolution results. */
export function recognisesElu(head: FileHead): boolean {
  return /^\s*NAME:\s*\|SC\d+\|/.test(head.text);
}
