import { readCas, readInchikey } from '../../../core/chemistry/identifiers';
import { refused } from '../failures';
import { inchikeyOfSmiles } from './inchikey';

/** What a person typed; empty where nothing. */
export interface StatedIdentity {
  readonly cas: string;
  readonly inchikey: string;
  readonly smiles: string;
}

export interface IdentityColumns {
  readonly cas: string | null;
  readonly inchikey: string | null;
  readonly smiles: string | null;
  readonly formula: string | null;
  readonly average_mass: number | null;
  readonly monoisotopic_mass: number | null;
}

/**
 * Identifiers checked, and what follows from the structure: formula, masses and InChIKey.
 *
 * @throws Failure REFUSED substance.cas, substance.smiles, substance.inchikey, substance.inchikey-differs
 */
export async function identityColumns({ cas, inchikey, smiles }: StatedIdentity): Promise<IdentityColumns> {
  const registry = cas.trim() === '' ? null : readCas(cas);
  if (registry !== null && !registry.ok) throw refused('substance.cas', { cas, fault: registry.fault });
  const key = inchikey.trim() === '' ? null : readInchikey(inchikey);
  if (key === undefined) throw refused('substance.inchikey', { inchikey });
  const stated = { cas: registry?.cas ?? null, inchikey: key?.inchikey ?? null };
  const none = { formula: null, average_mass: null, monoisotopic_mass: null };
  if (smiles.trim() === '') return { ...stated, smiles: null, ...none };

  // openchemlib and RDKit are large: loaded with the first structure.
  const [{ readSmiles }, { formatFormula }] = await Promise.all([
    import('../../../core/chemistry/structure'),
    import('../../../core/chemistry/formula'),
  ]);
  const reading = readSmiles(smiles);
  if (!reading.ok) throw refused('substance.smiles', { fault: reading.fault });
  const computed = await inchikeyOfSmiles(smiles.trim());
  if (computed === null) throw refused('substance.smiles', { fault: 'syntax' });
  if (stated.inchikey !== null && stated.inchikey !== computed)
    throw refused('substance.inchikey-differs', { stated: stated.inchikey, computed });
  const { formula, masses } = reading.structure;
  return {
    cas: stated.cas,
    inchikey: computed,
    smiles: smiles.trim(),
    formula: formatFormula(formula),
    average_mass: masses.average,
    monoisotopic_mass: masses.monoisotopic,
  };
}
