import type { Assessment } from './assessment';

const LACKS_REFERENCE: ReadonlySet<string> = new Set(['library-only', 'reference-missing', 'reference-expired', 'reference-not-traceable']);

/** A positive spectrum of category A that lacks nothing but valid reference material: worth "tentative", never more (R9). */
export function isTentativeEvidence({ result, technique, faults }: Assessment): boolean {
  return result.outcome === 'positive' && technique?.category === 'A' && faults.every((found) => LACKS_REFERENCE.has(found.code));
}
