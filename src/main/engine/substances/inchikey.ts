import type { MainModule } from '@rdkit/rdkit';

let loading: Promise<MainModule> | undefined;

/** RDKit is WebAssembly of some megabytes: loaded when the first structure is entered, and kept. */
function rdkit(): Promise<MainModule> {
  loading ??= import('@rdkit/rdkit').then(({ default: load }) => load());
  return loading;
}

/** The standard InChIKey of a SMILES; null when RDKit cannot read it. */
export async function inchikeyOfSmiles(smiles: string): Promise<string | null> {
  const kit = await rdkit();
  const molecule = kit.get_mol(smiles);
  if (molecule === null) return null;
  try {
    const inchi = molecule.get_inchi();
    return inchi === '' ? null : kit.get_inchikey_for_inchi(inchi);
  } finally {
    molecule.delete();
  }
}
