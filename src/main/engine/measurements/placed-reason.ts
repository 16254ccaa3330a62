import type { RefusedFile } from '../../../contract/measurements';
import type { ReadWarning } from '../../../core/spectrum/reading';

/** What a reader says of a place in a file, as the contract shows it. */
export function placedReason({ code, params, at }: ReadWarning): RefusedFile['refusal'] {
  return { code, params: { ...params }, ...at };
}
