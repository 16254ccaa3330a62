import type { Sample } from '../../../../contract/casework';

type Kind = Sample['kind'];

/** From the whole to what is injected. */
const ORDER: readonly Kind[] = ['population', 'unit', 'aliquot', 'extract'];
/** The letter of each kind in a code: `C-2026-0007/2·P1·U2·A1·E1`. */
const LETTERS: Readonly<Record<Kind, string>> = { population: 'P', unit: 'U', aliquot: 'A', extract: 'E' };

/** What may be taken from what: only downwards, but an extract may be diluted into another. */
export function mayBeTakenFrom(kind: Kind, parent: Kind): boolean {
  return ORDER.indexOf(kind) > ORDER.indexOf(parent) || (kind === 'extract' && parent === 'extract');
}

/** Code of the `number`-th sample of its kind under a parent, or under the exhibit itself. */
export function sampleCode(parentCode: string, kind: Kind, number: number): string {
  return `${parentCode}·${LETTERS[kind]}${number}`;
}
