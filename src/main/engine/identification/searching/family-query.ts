import type { SearchMethod } from '../../../../contract/search-method';
import { ANALOGUE_SCORE_IDS } from '../../../../core/search/analogues/descriptors';
import type { TraceMethod } from '../../../../core/search/traces/method';
import type { PeakNumbers, UnknownEnergies, UnknownTrace } from '../unknown';
import type { IndexWanted } from './parts';
import { traceSettings } from './trace-kind';

type Method<Family extends SearchMethod['family']> = Extract<SearchMethod, { readonly family: Family }>;

interface OfPeaks {
  readonly peaks: PeakNumbers;
}
interface OfTrace extends Pick<UnknownTrace, 'trace' | 'technique'> {
  readonly preparation: TraceMethod;
}

/** The unknown and the method as a thread takes them. */
export type FamilyQuery =
  | ({ readonly family: 'ei'; readonly method: Method<'ei'> } & OfPeaks)
  | ({ readonly family: 'tandem'; readonly method: Method<'tandem'> } & OfPeaks)
  | ({ readonly family: 'trace'; readonly method: Method<'trace'> } & OfTrace)
  | ({ readonly family: 'mixture'; readonly method: Method<'mixture'> } & OfTrace)
  | ({ readonly family: 'energies'; readonly method: Method<'energies'> } & Pick<UnknownEnergies, 'parts'>);
export type QueryOf<Family extends FamilyQuery['family']> = Extract<FamilyQuery, { readonly family: Family }>;

/** Indexes that a query goes over. */
export function indexesFor(query: FamilyQuery): readonly IndexWanted[] {
  switch (query.family) {
    case 'ei': {
      const analogues = ANALOGUE_SCORE_IDS.some((id) => id === query.method.score);
      return [{ family: 'ei', settings: '' }, ...(analogues ? ([{ family: 'hybrid', settings: '' }] as const) : [])];
    }
    case 'tandem':
      return [{ family: 'tandem', settings: '' }];
    case 'trace':
    case 'mixture':
      return [{ family: 'trace', settings: traceSettings(query.preparation) }];
    case 'energies':
      return [];
  }
}
