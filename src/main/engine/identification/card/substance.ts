import type { Candidate } from '../../../../contract/identify';

type Named = Pick<Candidate, 'spectrumKey' | 'inchikey' | 'cas' | 'name'>;

/** One key for all records of a substance: a whole InChIKey decides, then a CAS number, then the name. */
export function substanceOf({ inchikey, cas, name }: Omit<Named, 'spectrumKey'>): string {
  return inchikey ?? cas ?? name.toLowerCase();
}

/** Stereoisomers are other substances, which is what is to be shown. */
export function isSameSubstance(a: Named, b: Named): boolean {
  if (a.spectrumKey === b.spectrumKey) return true;
  if (a.inchikey !== null && b.inchikey !== null) return a.inchikey === b.inchikey;
  if (a.cas !== null && b.cas !== null) return a.cas === b.cas;
  return a.name.toLowerCase() === b.name.toLowerCase();
}

/** The same key, seen from one candidate: whatever is the same substance has that one's key. */
export function substanceBeside(candidate: Named): (other: Named) => string {
  const own = substanceOf(candidate);
  return (other) => (isSameSubstance(other, candidate) ? own : substanceOf(other));
}
