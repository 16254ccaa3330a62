import * as OCL from 'openchemlib';
import { elementOf, isotopeOf } from './elements';
import { type AtomCount, type Formula, hillOrdered } from './formula';
import { type FormulaMasses, massesOf } from './masses';

/** The one place that knows openchemlib: what Aliquot needs of structures, in its own types. */

export type SmilesFault = 'empty' | 'too-long' | 'syntax' | 'wildcard' | 'unknown-element';

export interface Structure {
  readonly formula: Formula;
  readonly masses: FormulaMasses;
}

export type SmilesReading =
  | { readonly ok: true; readonly structure: Structure }
  /** `detail` is openchemlib's own words (English), for a log; '' where there are none. */
  | { readonly ok: false; readonly fault: SmilesFault; readonly detail: string };

export type StructureDrawing = { readonly ok: true; readonly svg: string } | Extract<SmilesReading, { readonly ok: false }>;

export interface DrawingOptions {
  /** px */
  readonly width: number;
  /** px */
  readonly height: number;
  /** For a dark ground: lines and letters are lightened. @default false */
  readonly dark?: boolean;
}

/** openchemlib's layout is quadratic: longer texts are no small molecules. */
const LONGEST_SMILES = 2_000;

/** Formula and masses of a SMILES; all components added up. Stereochemistry does not matter. Never throws on bad text. */
export function readSmiles(smiles: string): SmilesReading {
  const parsed = parse(smiles);
  if (!parsed.ok) return parsed;
  const { molecule } = parsed;
  const atoms: AtomCount[] = [];
  let charge = 0;
  for (let atom = 0; atom < molecule.getAllAtoms(); atom++) {
    const symbol = molecule.getAtomLabel(atom);
    const massNumber = molecule.getAtomMass(atom);
    if (elementOf(symbol) === undefined || (massNumber > 0 && isotopeOf(symbol, massNumber) === undefined)) {
      return { ok: false, fault: 'unknown-element', detail: `${massNumber > 0 ? massNumber : ''}${symbol}` };
    }
    atoms.push({ symbol, count: 1, ...(massNumber > 0 ? { massNumber } : {}) });
    atoms.push({ symbol: 'H', count: molecule.getImplicitHydrogens(atom) });
    charge += molecule.getAtomCharge(atom);
  }
  const formula: Formula = { atoms: hillOrdered(atoms), charge };
  return { ok: true, structure: { formula, masses: massesOf(formula) } };
}

/**
 * A structure as an SVG document of presentation attributes alone (no style element, which the CSP refuses), for an `<img>` or a
 * report. Never throws on bad text.
 */
export function drawSvg(smiles: string, options: DrawingOptions): StructureDrawing {
  const parsed = parse(smiles);
  if (!parsed.ok) return parsed;
  const svg = parsed.molecule.toSVG(options.width, options.height, 'structure', {
    suppressChiralText: true,
    suppressESR: true,
    suppressCIPParity: true,
    noStereoProblem: true,
    fontWeight: 500,
  });
  const plain = svg
    .replace(/<style>[\s\S]*?<\/style>\s*/g, '')
    .replace(/\s*<[^>]*class="event"[^>]*\/>/g, '')
    .replace('<svg ', '<svg font-family="sans-serif" stroke-linecap="round" stroke-linejoin="round" ');
  return { ok: true, svg: options.dark ? lightened(plain) : plain };
}

/**
 * For each pattern (SMARTS, the program's own) whether the structure of a SMILES holds it; `undefined` where the SMILES cannot be read.
 * Throws RangeError for a pattern that cannot be read.
 */
export function structureMatches(smiles: string, patterns: readonly string[]): readonly boolean[] | undefined {
  const parsed = parse(smiles);
  if (!parsed.ok) return undefined;
  const searcher = new OCL.SSSearcher();
  searcher.setMolecule(parsed.molecule);
  return patterns.map((smarts) => {
    searcher.setFragment(fragmentOf(smarts));
    return searcher.isFragmentInMolecule();
  });
}

const fragments = new Map<string, OCL.Molecule>();

function fragmentOf(smarts: string): OCL.Molecule {
  const known = fragments.get(smarts);
  if (known !== undefined) return known;
  try {
    const fragment = new OCL.SmilesParser({ smartsMode: 'smarts' }).parseMolecule(smarts);
    fragment.setFragment(true);
    fragments.set(smarts, fragment);
    return fragment;
  } catch (error) {
    throw new RangeError(`the pattern ${smarts} cannot be read`, { cause: error });
  }
}

type Parsed = { readonly ok: true; readonly molecule: OCL.Molecule } | Extract<SmilesReading, { readonly ok: false }>;

function parse(text: string): Parsed {
  const smiles = text.trim();
  const fault = smiles === '' ? 'empty' : smiles.length > LONGEST_SMILES ? 'too-long' : syntaxFault(smiles);
  if (fault !== undefined) return { ok: false, fault, detail: '' };
  try {
    return { ok: true, molecule: OCL.Molecule.fromSmiles(smiles) };
  } catch (error) {
    return { ok: false, fault: 'syntax', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** What openchemlib lets pass in silence: open brackets, unfinished ring numbers, wildcards (read as carbon), stray characters. */
function syntaxFault(smiles: string): SmilesFault | undefined {
  if (smiles.includes('*')) return 'wildcard';
  if (!/^[A-Za-z0-9@+\-[\]()=#$:/\\%.]+$/.test(smiles) || /%(?!\d\d)/.test(smiles) || /[(=#$:/\\-]$/.test(smiles)) return 'syntax';
  let depth = 0;
  let inAtom = false;
  for (const character of smiles) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '[') {
      if (inAtom) return 'syntax';
      inAtom = true;
    } else if (character === ']') {
      if (!inAtom) return 'syntax';
      inAtom = false;
    }
    if (depth < 0) return 'syntax';
  }
  return depth !== 0 || inAtom ? 'syntax' : undefined;
}

/** Moves every colour towards white: black to a light grey, hues to tints that a dark ground carries. */
function lightened(svg: string): string {
  return svg.replace(/rgb\((\d+),\s*(\d+),\s*(\d+)\)/g, (_, ...parts: readonly (string | number)[]) => {
    const tint = parts
      .slice(0, 3)
      .map((part) => Math.round(Number(part) + (255 - Number(part)) * (parts.slice(0, 3).every((p) => p === '0') ? 0.87 : 0.45)));
    return `rgb(${tint.join(',')})`;
  });
}
