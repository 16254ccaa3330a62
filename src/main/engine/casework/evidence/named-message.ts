import type { Message } from '../../../../contract/base';
import type { Reason } from '../../../../core/identification/reason';

/** Parameters of reasons that hold one substance key, and those that hold several with commas between. */
const ONE_SUBSTANCE: ReadonlySet<string> = new Set(['substance', 'other', 'from', 'to']);
const SEVERAL_SUBSTANCES: ReadonlySet<string> = new Set(['others']);

/** What the keys in a reason's parameters are called. */
export interface Names {
  substance(key: string): string;
  /** The code of the sample a result is of. */
  result(id: string): string;
}

/**
 * A reason as a message whose substances, lots, batches and results are named. Techniques, groups, scores and kinds of finding stay
 * ids: their words depend on the reader's language and are put in by `withNamedTerms` of i18n.
 */
export function namedMessage({ code, params }: Reason, names: Names): Message {
  const named = Object.entries(params).map(([name, value]): [string, string | number] => {
    if (typeof value !== 'string') return [name, value];
    if (ONE_SUBSTANCE.has(name)) return [name, names.substance(value)];
    if (SEVERAL_SUBSTANCES.has(name)) return [name, value.split(', ').map(names.substance).join(', ')];
    return [name, name === 'result' ? names.result(value) : value];
  });
  return { code, params: Object.fromEntries(named) };
}
