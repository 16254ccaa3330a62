import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { searchOffer } from '../../../../contract/identify';
import type { SearchMethod } from '../../../../contract/search-method';

export type Offer = z.infer<typeof searchOffer>;

/** What makes two offers the same way to search, whatever their scores. */
export const keyOf = (method: SearchMethod): string => ('technique' in method ? `${method.family} ${method.technique}` : method.family);

/** The method as a choice: technique of a trace, family of the rest. */
export function methodName(method: SearchMethod, t: TFunction): string {
  if (!('technique' in method)) return t(`search:family.${method.family}`);
  return method.family === 'mixture' ? t('search:family.mixture') : t(`files:technique.${method.technique}`);
}

/** One of each technique and family, the first offered of it: another score is chosen beside. */
export function offersByMethod(offers: readonly Offer[]): readonly Offer[] {
  return offers.filter(({ method }, index) => offers.findIndex((other) => keyOf(other.method) === keyOf(method)) === index);
}
