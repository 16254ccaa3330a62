import { createRequire } from 'node:module';
import * as OCL from 'openchemlib';

const initRdkit = createRequire(import.meta.url)('@rdkit/rdkit');
let rdkit;

/** The one RDKit of this run; loading its WebAssembly takes about a second. */
export async function loadRdkit() {
  rdkit ??= await initRdkit({});
  return rdkit;
}

/** Whether the check digit of a CAS Registry Number is right (weights 1, 2, 3 … from the right, modulo 10). */
export function casDigitAgrees(cas) {
  const match = /^(\d{2,7})-(\d{2})-(\d)$/.exec(cas);
  if (!match) return false;
  const digits = [...(match[1] + match[2])].reverse();
  const sum = digits.reduce((total, digit, index) => total + Number(digit) * (index + 1), 0);
  return sum % 10 === Number(match[3]);
}

/** Standard InChIKey, neutral or charged: 14 letters, 8 letters + flag S + version A, protonation letter. */
export function inchikeyIsWellFormed(key) {
  return /^[A-Z]{14}-[A-Z]{8}SA-[A-Z]$/.test(key);
}

/** Element counts of a formula as written; `null` where it is not a plain Hill formula (isotopes, dots, brackets). */
export function countElements(formula) {
  if (!/^([A-Z][a-z]?\d*)+$/.test(formula)) return null;
  const counts = {};
  for (const [, element, number] of formula.matchAll(/([A-Z][a-z]?)(\d*)/g)) {
    counts[element] = (counts[element] ?? 0) + (number === '' ? 1 : Number(number));
  }
  return counts;
}

export function sameFormula(one, other) {
  const [a, b] = [countElements(one), countElements(other)];
  if (a === null || b === null) return false;
  return Object.keys({ ...a, ...b }).every((element) => a[element] === b[element]);
}

/** Formula in Hill order (C, H, then the rest by alphabet; all by alphabet without C) computed by openchemlib; `null` when unreadable. */
export function formulaFromSmiles(smiles) {
  let formula;
  try {
    formula = OCL.Molecule.fromSmiles(smiles).getMolecularFormula().formula;
  } catch {
    return null;
  }
  const counts = countElements(formula);
  if (counts === null) return formula;
  const rank = (element) => ('C' in counts ? ['C', 'H'].indexOf(element) : -1);
  const order = Object.keys(counts).sort((a, b) => {
    if (rank(a) >= 0 || rank(b) >= 0) return ((rank(a) + 3) % 3) - ((rank(b) + 3) % 3);
    return a < b ? -1 : 1;
  });
  return order.map((element) => element + (counts[element] > 1 ? counts[element] : '')).join('');
}

/** Standard InChIKey computed from a structure by RDKit; `null` when the SMILES cannot be read. */
export async function inchikeyFromSmiles(smiles) {
  const kit = await loadRdkit();
  const molecule = kit.get_mol(smiles);
  if (!molecule) return null;
  try {
    const inchi = molecule.get_inchi();
    return inchi ? kit.get_inchikey_for_inchi(inchi) : null;
  } finally {
    molecule.delete();
  }
}

/** How many stereocentres and double bonds the structure leaves open ("?") and fixes, by RDKit. */
export async function stereoOf(smiles) {
  const kit = await loadRdkit();
  const molecule = kit.get_mol(smiles);
  if (!molecule) return null;
  try {
    const tags = JSON.parse(molecule.get_stereo_tags());
    const all = [...(tags.CIP_atoms ?? []), ...(tags.CIP_bonds ?? [])].map((tag) => tag.at(-1));
    return { fixed: all.filter((tag) => tag !== '(?)').length, open: all.filter((tag) => tag === '(?)').length };
  } finally {
    molecule.delete();
  }
}

const NOMINAL = { H: 1, C: 12, N: 14, O: 16, F: 19, Na: 23, Si: 28, P: 31, S: 32, Cl: 35, K: 39, Mn: 55, Br: 79, I: 127 };

/** Mass of the molecule from the most abundant isotope of each element, rounded per element as nominal mass is defined. */
export function nominalMass(formula) {
  const counts = countElements(formula);
  if (counts === null) return null;
  return Object.entries(counts).reduce((sum, [element, count]) => {
    const mass = NOMINAL[element];
    if (mass === undefined) throw new Error(`no nominal mass for ${element} in ${formula}`);
    return sum + mass * count;
  }, 0);
}
