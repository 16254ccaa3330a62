import type { Formula } from '../../chemistry/formula';
import { type PeakArrays, prepareNominal } from '../scores/nominal-spectrum';
import { type DifferenceExplanation, explainDifference } from './explain-difference';
import type { DrugClass } from './facts/classes';
import { DIAGNOSTIC_IONS, DIAGNOSTIC_SOURCES, type DiagnosticIon, type MoleculePart, PARTS_OF_CLASS } from './facts/diagnostic-ions';

/** What became of an ion of the parent in the unknown. */
export type IonFate = 'kept' | 'shifted' | 'both' | 'neither';

export interface DiagnosticFinding {
  /** m/z in the parent, and ΔM further on. */
  readonly mz: number;
  readonly shiftedMz: number;
  readonly fate: IonFate;
  /** % of the base peak: the parent's ion, the unknown's at m/z and at the shifted m/z. */
  readonly parentPercent: number;
  readonly keptPercent: number;
  readonly shiftedPercent: number;
  /** What the ion is known to hold; absent for a strong ion of the parent that the table does not know. */
  readonly known?: { readonly holds: readonly MoleculePart[]; readonly source: string };
}

export interface AnalogueStatement {
  /** Query less parent, nominal, Da. */
  readonly deltaMass: number;
  /** What the difference may be, simplest first; empty where the table of common differences has nothing. */
  readonly differences: readonly DifferenceExplanation[];
  /** The parent's diagnostic and strongest ions, ascending m/z. */
  readonly ions: readonly DiagnosticFinding[];
  /** The parts that the change may be on, and how many diagnostic ions say so; absent where the ions do not agree or none speaks. */
  readonly changeOn?: { readonly parts: readonly MoleculePart[]; readonly ions: number };
}

export interface StatedSpectrum {
  readonly peaks: PeakArrays;
  /** Nominal mass of the molecule, Da. */
  readonly molecularMass: number;
  readonly formula?: Formula;
}

/** An ion of the parent must have so much of the base peak to be followed, and its counterpart so much of the ion, %. */
const FOLLOWED_PERCENT = 3;
const COUNTERPART_SHARE = 0.15;
/** How many of the parent's strongest ions are told besides the diagnostic ones. */
const STRONGEST = 8;

/**
 * What the spectra say of an unknown (query) as an analogue of a library compound (parent): the mass difference in common changes,
 * which ions of the parent stand or are shifted by ΔM, and from the diagnostic ions of the class the part that probably carries the
 * change. A hint for the analyst from nominal masses: isomers and rearrangements can say the same. docs/methods/analogues.md.
 */
export function analogueStatement(query: StatedSpectrum, parent: StatedSpectrum, drugClass?: DrugClass): AnalogueStatement {
  const deltaMass = query.molecularMass - parent.molecularMass;
  const formulas =
    query.formula !== undefined && parent.formula !== undefined ? { query: query.formula, parent: parent.formula } : undefined;
  const ions = followedIons(query, parent, deltaMass, drugClass);
  const changeOn = deltaMass === 0 || drugClass === undefined ? undefined : changedParts(ions, drugClass);
  return { deltaMass, differences: explainDifference(deltaMass, formulas), ions, ...(changeOn === undefined ? {} : { changeOn }) };
}

function followedIons(
  query: StatedSpectrum,
  parent: StatedSpectrum,
  deltaMass: number,
  drugClass: DrugClass | undefined,
): readonly DiagnosticFinding[] {
  const ofQuery = percentByMz(query.peaks);
  const ofParent = percentByMz(parent.peaks);
  const known = new Map<number, DiagnosticIon>();
  for (const ion of DIAGNOSTIC_IONS) {
    if (ion.drugClass !== drugClass) continue;
    const mz = 'mz' in ion ? ion.mz : parent.molecularMass - ion.loss;
    if ((ofParent.get(mz) ?? 0) >= FOLLOWED_PERCENT && !known.has(mz)) known.set(mz, ion);
  }
  const strongest = [...ofParent].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, STRONGEST);
  const followed = new Set([...known.keys(), ...strongest.filter(([, percent]) => percent >= FOLLOWED_PERCENT).map(([mz]) => mz)]);
  return [...followed]
    .sort((a, b) => a - b)
    .map((mz) => {
      const parentPercent = ofParent.get(mz)!;
      const keptPercent = ofQuery.get(mz) ?? 0;
      const shiftedPercent = ofQuery.get(mz + deltaMass) ?? 0;
      const ion = known.get(mz);
      return {
        mz,
        shiftedMz: mz + deltaMass,
        fate: fateOf(parentPercent, keptPercent, shiftedPercent),
        parentPercent,
        keptPercent,
        shiftedPercent,
        ...(ion === undefined ? {} : { known: { holds: ion.holds, source: DIAGNOSTIC_SOURCES[ion.source]! } }),
      };
    });
}

function fateOf(parent: number, kept: number, shifted: number): IonFate {
  const enough = COUNTERPART_SHARE * parent;
  // One side must outweigh the other clearly, or nothing can be said of the ion.
  const isKept = kept >= enough && 3 * kept >= shifted;
  const isShifted = shifted >= enough && 3 * shifted >= kept;
  return isKept && isShifted ? 'both' : isKept ? 'kept' : isShifted ? 'shifted' : 'neither';
}

/** A kept ion clears every part it holds; a shifted one confines the change to the parts it holds. */
function changedParts(ions: readonly DiagnosticFinding[], drugClass: DrugClass): AnalogueStatement['changeOn'] {
  let parts = PARTS_OF_CLASS[drugClass] ?? [];
  let speaking = 0;
  for (const { fate, known } of ions) {
    if (known === undefined || (fate !== 'kept' && fate !== 'shifted')) continue;
    speaking++;
    parts = parts.filter((part) => known.holds.includes(part) === (fate === 'shifted'));
  }
  return speaking === 0 || parts.length === 0 ? undefined : { parts, ions: speaking };
}

function percentByMz(peaks: PeakArrays): ReadonlyMap<number, number> {
  const { mz, intensity } = prepareNominal(peaks);
  return new Map(Array.from(mz, (m, i) => [m, Math.round(intensity[i]! / 0.999) / 10] as const));
}
