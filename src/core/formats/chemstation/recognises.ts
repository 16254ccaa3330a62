import type { FileHead } from '../file-head';

/** Numbers of the ChemStation files of signals (`.ch`, `.uv`), which are named and refused. */
const SIGNAL_FILES: ReadonlySet<string> = new Set(['8', '30', '31', '81', '130', '131', '179', '180', '181']);
/** Where newer files of signals repeat their number in 16-bit letters. */
const REPEATED = 0x146;

/** A ChemStation file begins with its number as a Pascal string, `2` for mass spectra, and tells its kind in a second one. */
export function recognisesChemstation(head: FileHead): boolean {
  const number = pascal(head, 0, 3);
  const kind = pascal(head, 4, 63);
  if (number === '2') return /^(GC \/ MS DATA FILE|MSD SPECTRAL FILE)$/i.test(kind);
  if (!SIGNAL_FILES.has(number)) return false;
  return (
    kind.endsWith('DATA FILE') ||
    (head.bytes[REPEATED] === number.length && head.text.slice(REPEATED + 1, REPEATED + 3) === `${number[0]}\0`)
  );
}

function pascal(head: FileHead, at: number, most: number): string {
  const length = head.bytes[at] ?? 0;
  return length > most ? '' : head.text.slice(at + 1, at + 1 + length).trimEnd();
}
