import type { FileHead } from '../file-head';

/** Horiba LabSpec text: lines #key=value. */
export function recognisesLabSpec(head: FileHead): boolean {
  return /^#[^=]+=/.test(head.text);
}
