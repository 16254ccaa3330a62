import type { z } from 'zod';
import type { Message } from '../../../contract/base';
import type { identify } from '../../../contract/identify';
import type { SearchMethod } from '../../../contract/search-method';
import { usualPreparation } from './methods';
import type { ReferenceCount } from './searching/search-messages';
import { SOFT_IONISATIONS } from './searching/tandem-kind';
import { techniqueOf, type Unknown, type UnknownPeaks } from './unknown';

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
  switch (unknown.kind) {
    case 'peaks': {
      const isTandem = unknown.msLevel >= 2 || SOFT_IONISATIONS.some((soft) => soft === unknown.ionisation);
      if (isTandem) return tandemMethods(unknown);
      // Without a word on how ions were made, a precursor or places finer than a unit of mass speak for the other.
      const isOpen = unknown.ionisation !== 'EI';
      if (isOpen && unknown.precursorMz !== null) return [...tandemMethods(unknown), ...EI_METHODS];
      return isOpen ? [...EI_METHODS, ...tandemMethods(unknown)] : EI_METHODS;
    }
    case 'trace': {
      const usual = usualPreparation(unknown.technique);
      if (usual === null) return [];
      return [
        { family: 'trace', score: 'trace-correlation', ...usual },
        { family: 'trace', score: 'trace-derivative', ...usual },
        { family: 'mixture', score: 'mixture-least-squares', ...usual, mostComponents: 5 },
      ];
    }
    case 'energies':
      return [{ family: 'energies', score: 'energies-inverted', tolerance: { value: 0.005, unit: 'Da' } }];
  }
}

const EI_METHODS: readonly SearchMethod[] = (['ei-aliquot', 'ei-identity', 'ei-hybrid'] as const).map((score) => ({
  ...{ family: 'ei', score, massPower: 1, intensityPower: 0.5, molecularMass: null },
}));

/** With a precursor first the references of the same, then all of them by what may be shifted; places of whole numbers were measured no finer. */
function tandemMethods({ mz, precursorMz }: UnknownPeaks): readonly SearchMethod[] {
  const isNominal = mz.every(Number.isInteger);
  const tolerance = { value: isNominal ? 0.5 : 0.02, unit: 'Da' } as const;
  const common = { family: 'tandem', tolerance, precursorMz } as const;
  const open = { ...common, score: 'tandem-entropy-weighted', precursorTolerance: null } as const;
  if (precursorMz === null) return [open];
  return [
    { ...common, score: 'tandem-entropy-weighted', precursorTolerance: tolerance },
    open,
    { ...common, score: 'tandem-modified-cosine', precursorTolerance: null },
  ];
}

/** How many references a method would be held against, before filters. */
export function referencesOf(method: SearchMethod, counts: readonly ReferenceCount[]): number {
  return counts.filter((each) => isHeldAgainst(method, each)).reduce((sum, { count }) => sum + count, 0);
}

function isHeldAgainst(method: SearchMethod, { technique, ionisation, msLevel }: ReferenceCount): boolean {
  const isSoft = SOFT_IONISATIONS.some((soft) => soft === ionisation);
  switch (method.family) {
    case 'ei':
      return technique === 'mass-spectrometry' && ionisation === 'EI' && msLevel === 1;
    case 'tandem':
      return technique === 'mass-spectrometry' && (msLevel >= 2 || isSoft);
    case 'trace':
    case 'mixture':
      return technique === method.technique;
    case 'energies':
      return technique === 'mass-spectrometry' && msLevel === 1 && isSoft;
  }
}
