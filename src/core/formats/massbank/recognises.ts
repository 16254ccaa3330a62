import type { FileHead } from '../file-head';

/** MassBank record: `ACCESSION:` begins a line, and a tag of its own kind (`CH$`, `AC$`, `PK$`) another. */
export function recognisesMassbank(head: FileHead): boolean {
  return /^ACCESSION:/m.test(head.text) && /^(CH|AC|MS|PK)\$[A-Z_]+:/m.test(head.text);
}
