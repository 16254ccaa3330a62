import type { SpectrumDraft } from '../spectrum-draft';
import { mspField } from './fields';

/** `"key=value"`, as MoNA and NIST put several into one comment. */
const QUOTED_PAIR = /"([^"=]{1,80})=([^"]*)"/g;

/**
 * Keeps a comment word for word and lets its quoted pairs fill what the record's own fields left empty. To be called when all fields of
 * the record are known.
 */
export function fillFromComment(draft: SpectrumDraft, comment: string): void {
  const pairs = comment.includes('"') ? comment.matchAll(QUOTED_PAIR) : [];
  for (const [, key, value] of pairs) {
    const field = mspField(key as string);
    if (field !== undefined && field !== 'peakCount' && field !== 'comments') draft.fill(field, (value as string).trim());
  }
  draft.remark(comment);
}
