import type { z } from 'zod';
import type { Message } from '../../../contract/base';
import type { identify } from '../../../contract/identify';
import type { SearchMethod } from '../../../contract/search-method';
import type { ReferenceCount } from './searching/search-messages';
import { techniqueOf, type Unknown } from './unknown';

export type SearchOffer = z.infer<(typeof identify.query)['~orpc']['outputSchema'] & z.ZodType>['offers'][number];

export interface Offered {
  readonly warnings: readonly Message[];
  readonly offers: readonly SearchOffer[];
}

/** Ways to search an unknown, the one its data speak for first, with how many references each would be held against; those without any are no offers. */
export function offersFor(unknown: Unknown, counts: readonly ReferenceCount[]): Offered {
  const methods = methodsFor(unknown);
  if (methods.length === 0) return { warnings: [{ code: 'wrong-technique', params: { technique: techniqueOf(unknown) } }], offers: [] };
  const offers = methods.map((method) => ({ method, references: referencesOf(method, counts) })).filter(({ references }) => references > 0);
  const without: Message = { code: 'no-reference', params: { technique: techniqueOf(unknown) } };
  return { warnings: offers.length === 0 ? [without] : [], offers };
}

/** Whatever the library holds: the methods that suit the data, best first. */
export function methodsFor(unknown: Unknown): readonly SearchMethod[] {
  if (unknown.kind === 'peaks') return [{ family: 'ei', score: 'ei-identity', massPower: 1, intensityPower: 0.5, molecularMass: null }];
  return [];
}

export function referencesOf(method: SearchMethod, counts: readonly ReferenceCount[]): number {
  const fits = (each: ReferenceCount) => method.family === 'ei' && each.ionisation === 'EI' && each.msLevel === 1;
  return counts.filter(fits).reduce((sum, { count }) => sum + count, 0);
}
