import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { cosine } from '../../../../src/core/search/scores/cosine';
import { cosineWithTolerance, neutralLossCosine } from '../../../../src/core/search/scores/cosine-tolerance';
import { identityMatchFactor, reverseMatchFactor, simpleMatchFactor } from '../../../../src/core/search/scores/match-factors';
import { prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';

const FILE = '../shared/data/vectors/ms_scores.json';

type Peaks = readonly (readonly [number, number])[];
interface Vector {
  readonly id: string;
  readonly algorithm: string;
  readonly kind: string;
  readonly tolerance_da: number;
  readonly params?: Readonly<Record<string, number | string | null>> | null;
  readonly a: Peaks;
  readonly b: Peaks;
  readonly expected: Readonly<Record<string, number>>;
  readonly abs_tol: number;
}

/** Vectors that may disagree, by id, each with its reason. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map();

const present = existsSync(FILE);
const all = present ? (JSON.parse(readFileSync(FILE, 'utf8')) as { vectors: readonly Vector[] }).vectors : [];
const arrays = (peaks: Peaks) => ({ mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, intensity]) => intensity) });
const numeric = (vector: Vector, name: string): number | undefined => {
  const value = vector.params?.[name];
  return typeof value === 'number' ? value : undefined;
};

const named = ({ score, matches }: { readonly score: number; readonly matches: number }) => ({ score, matches });

/** What Aliquot computes for a vector, by the names that the vector expects. */
function computed(vector: Vector): Readonly<Record<string, number>> {
  const weights = {
    mzPower: numeric(vector, 'mz_power') ?? numeric(vector, 'm') ?? 0,
    intensityPower: numeric(vector, 'intensity_power') ?? numeric(vector, 'n') ?? 1,
  };
  const a = arrays(vector.a);
  const b = arrays(vector.b);
  const tolerance = vector.tolerance_da;
  const precursorA = numeric(vector, 'precursor_a') ?? 0;
  const precursorB = numeric(vector, 'precursor_b') ?? 0;
  switch (vector.algorithm) {
    case 'nist_identity':
    case 'nist_simple': {
      const range = { mzMin: numeric(vector, 'mz_min'), mzMax: numeric(vector, 'mz_max'), minAbundance: numeric(vector, 'min_abundance') };
      const query = prepareNominal(a);
      const library = prepareNominal(b);
      const simple = vector.algorithm === 'nist_simple';
      return {
        mf: simple ? simpleMatchFactor(query, library, range) : identityMatchFactor(query, library, range),
        rmf: reverseMatchFactor(query, library, { ...range, simple }),
      };
    }
    case 'cosine_greedy':
      return named(cosineWithTolerance(a, b, { tolerance, ...weights }));
    case 'cosine_hungarian':
      return named(cosineWithTolerance(a, b, { tolerance, ...weights, pairing: 'optimal' }));
    case 'modified_cosine_greedy':
      return named(cosineWithTolerance(a, b, { tolerance, shift: precursorA - precursorB }));
    case 'neutral_losses_cosine':
      return named(neutralLossCosine({ ...a, precursorMz: precursorA }, { ...b, precursorMz: precursorB }, { tolerance }));
    case 'mscoreutils_ndotproduct':
      return { score: cosine(a, b, weights) ** 2 };
    case 'mscoreutils_nspectraangle':
      return { score: 1 - (2 * Math.acos(cosine(a, b, weights) ** 2)) / Math.PI };
    default:
      throw new Error(`no computation for ${vector.algorithm}`);
  }
}

const ALGORITHMS = [
  'nist_identity',
  'nist_simple',
  'cosine_greedy',
  'cosine_hungarian',
  'modified_cosine_greedy',
  'neutral_losses_cosine',
  'mscoreutils_ndotproduct',
  'mscoreutils_nspectraangle',
] as const;

describe.skipIf(!present)(`stored score vectors (skipped when ${FILE} is absent)`, () => {
  const lines: string[] = [];
  afterAll(() => console.log(['score vectors:', ...lines].join('\n  ')));

  it.each(ALGORITHMS)('%s: every expected value within its tolerance', (algorithm) => {
    const vectors = all.filter((vector) => vector.algorithm === algorithm);
    const checks = vectors.flatMap((vector) => {
      const own = computed(vector);
      return Object.entries(vector.expected)
        .filter(([name]) => name !== 'prob_percent')
        .map(([name, value]) => ({ id: vector.id, name, expected: value, own: own[name], tolerance: vector.abs_tol }));
    });
    const wrong = checks.filter(({ own, expected, tolerance }) => own === undefined || Math.abs(own - expected) > tolerance);
    const excused = wrong.filter(({ id }) => EXCEPTIONS.has(id));
    lines.push(`${algorithm}: ${vectors.length} vectors, ${checks.length - wrong.length} of ${checks.length} values agree`);
    for (const { id, name, own, expected } of excused) lines.push(`  except ${id} ${name} ${own} for ${expected}: ${EXCEPTIONS.get(id)}`);
    expect(vectors.length).toBeGreaterThan(0);
    expect(wrong.filter(({ id }) => !EXCEPTIONS.has(id))).toEqual([]);
  });

  it('engine integers are met by rounding', () => {
    const engine = all.filter((vector) => vector.algorithm.startsWith('nist_') && vector.kind === 'NIST engine output');
    const checked = engine.filter((vector) => vector.algorithm === 'nist_identity' || vector.algorithm === 'nist_simple');
    const off = checked.filter(
      (vector) => Math.min(999, Math.max(0, Math.round(computed(vector).mf ?? Number.NaN))) !== vector.expected.mf,
    );
    lines.push(`shown integer equals the engine's: ${checked.length - off.length} of ${checked.length}`);
    expect(off.map(({ id }) => id)).toEqual([]);
  });
});
