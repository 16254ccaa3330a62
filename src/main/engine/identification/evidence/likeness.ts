import type { MassTolerance, ScoreId, SearchMethod } from '../../../../contract/search-method';
import { DEFAULT_LIMITS } from '../../../../core/search/evidence/replicate-spread';
import type { EvidenceTechnique } from '../../../../core/search/evidence/technique';
import { compareEi, scoreIn } from '../../../../core/search/scores/compare-ei';
import { prepareNominal } from '../../../../core/search/scores/nominal-spectrum';
import { DEFAULT_CLEANING, prepareTandem } from '../../../../core/search/tandem/clean-spectrum';
import { tandemScorer } from '../../../../core/search/tandem/score-tandem';
import { defaultTraceMethod, type TraceMethod } from '../../../../core/search/traces/method';
import { correlation } from '../../../../core/search/traces/pair-scores';
import { prepareTrace } from '../../../../core/search/traces/prepare-trace';
import type { Technique } from '../../../../core/spectrum/curves';
import { traceMethodOf } from '../methods';
import type { Spectral } from './held-entries';

export type SpectralTechnique = Exclude<EvidenceTechnique, 'ri' | 'colour'>;

/** By which score two spectra of a technique are held against each other: the one its convention is stated for. */
export type LikenessWanted =
  | { readonly technique: 'ei' }
  | { readonly technique: 'ms2'; readonly tolerance: MassTolerance }
  | { readonly technique: 'ir' | 'raman' | 'uv'; readonly method: TraceMethod };

export interface Likeness {
  readonly technique: SpectralTechnique;
  readonly score: ScoreId;
  readonly perfect: number;
  readonly defaultLimit: number;
  /** Whether an entry is of this technique. */
  accepts(entry: Spectral): boolean;
  /** Each spectrum is prepared once; `undefined` where the two cannot be compared. */
  between(one: Spectral, other: Spectral): number | undefined;
}

export const LIKENESS_SCORES = {
  ei: 'ei-identity',
  ms2: 'tandem-entropy-weighted',
  ir: 'trace-correlation',
  raman: 'trace-correlation',
  uv: 'trace-correlation',
} as const satisfies Readonly<Record<SpectralTechnique, ScoreId>>;

/** The names by which the contract and the catalogue know techniques. */
export const TECHNIQUE_NAMES = {
  ei: 'ei',
  ms2: 'tandem',
  ri: 'retention-index',
  ir: 'infrared',
  raman: 'raman',
  uv: 'uv-visible',
  colour: 'colour',
} as const satisfies Readonly<Record<EvidenceTechnique, string>>;

const OF_TRACES: Readonly<Partial<Record<Technique, 'ir' | 'raman' | 'uv'>>> = { infrared: 'ir', raman: 'raman', 'uv-visible': 'uv' };

/** The likeness that a search's own technique is weighed by; null where it has none (several energies, and traces without a convention). */
export function likenessFor(method: SearchMethod): LikenessWanted | null {
  switch (method.family) {
    case 'ei':
      return { technique: 'ei' };
    case 'tandem':
      return { technique: 'ms2', tolerance: method.tolerance };
    case 'trace':
    case 'mixture': {
      const technique = OF_TRACES[method.technique];
      return technique === undefined ? null : { technique, method: traceMethodOf(method) };
    }
    case 'energies':
      return null;
  }
}

const USUAL_TOLERANCE: MassTolerance = { value: 0.02, unit: 'Da' };

/** Every technique that the library may hold spectra of, each as it is usually compared. */
export function usualLikenesses(): readonly Likeness[] {
  const traces = Object.entries(OF_TRACES).flatMap(([name, technique]) => {
    const method = defaultTraceMethod(name as Technique);
    return method === undefined ? [] : [createLikeness({ technique, method })];
  });
  return [createLikeness({ technique: 'ei' }), createLikeness({ technique: 'ms2', tolerance: USUAL_TOLERANCE }), ...traces];
}

export function createLikeness(wanted: LikenessWanted): Likeness {
  const { technique } = wanted;
  const { perfect, limit: defaultLimit } = DEFAULT_LIMITS[technique];
  const scale = { technique, score: LIKENESS_SCORES[technique], perfect, defaultLimit };
  switch (wanted.technique) {
    case 'ei':
      return {
        ...scale,
        accepts: (entry) => entry.technique === 'mass-spectrometry' && entry.ionisation === 'EI' && entry.msLevel === 1,
        between: prepared(prepareNominal, (a, b) => scoreIn(compareEi(a, b), 'ei-identity').exact),
      };
    case 'ms2': {
      const { tolerance } = wanted;
      return {
        ...scale,
        accepts: (entry) => entry.technique === 'mass-spectrometry' && entry.msLevel >= 2,
        between: prepared(
          (entry) => prepareTandem(entry, entry.precursorMz ?? undefined, DEFAULT_CLEANING),
          (a, b) => tandemScorer('tandem-entropy', a, tolerance).score(b).score,
        ),
      };
    }
    case 'ir':
    case 'raman':
    case 'uv': {
      const { method } = wanted;
      return {
        ...scale,
        accepts: (entry) => entry.technique === method.technique && entry.trace !== null,
        between: prepared((entry) => {
          if (entry.trace === null) return undefined;
          const outcome = prepareTrace(entry.trace, entry.technique, method, { refuseDoubtful: false });
          return 'refused' in outcome ? undefined : outcome.prepared.values;
        }, correlation),
      };
    }
  }
}

function prepared<T>(prepare: (entry: Spectral) => T | undefined, similarity: (a: T, b: T) => number): Likeness['between'] {
  const known = new WeakMap<Spectral, { readonly value: T | undefined }>();
  const once = (entry: Spectral): T | undefined => {
    const found = known.get(entry) ?? { value: prepare(entry) };
    known.set(entry, found);
    return found.value;
  };
  return (one, other) => {
    const [a, b] = [once(one), once(other)];
    if (a === undefined || b === undefined) return undefined;
    const value = similarity(a, b);
    return Number.isFinite(value) ? value : undefined;
  };
}
