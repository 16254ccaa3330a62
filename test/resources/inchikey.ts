import { createRequire } from 'node:module';

/** What is used here of RDKit's MinimalLib; its own typings describe the WebAssembly module, not its loader. */
interface Rdkit {
  get_mol(smiles: string): { get_inchi(): string; delete(): void } | null;
  get_inchikey_for_inchi(inchi: string): string;
}

const initRdkit = createRequire(import.meta.url)('@rdkit/rdkit') as () => Promise<Rdkit>;
let loading: Promise<Rdkit> | undefined;

/** Standard InChIKey of a SMILES by RDKit. */
export async function inchikeyOf(smiles: string): Promise<string> {
  loading ??= initRdkit();
  const rdkit = await loading;
  const molecule = rdkit.get_mol(smiles);
  if (molecule === null) throw new Error(`RDKit cannot read ${smiles}`);
  try {
    return rdkit.get_inchikey_for_inchi(molecule.get_inchi());
  } finally {
    molecule.delete();
  }
}
