import { type Reason, reason } from '../../reason';
import { type CheckResult, checked, type Worked } from '../check';
import { by } from '../way-out';

/** The salt form the counted evidence shows, or null: GC-MS sees the base whatever was in the bag. Two forms cancel out. */
export function shownSalt({ counted }: Worked): string | null {
  const forms = new Set(
    counted.flatMap(({ result, technique }) => (technique.tellsSalt && result.saltForm !== undefined ? [result.saltForm] : [])),
  );
  const [only] = forms;
  return forms.size === 1 && only !== undefined ? only : null;
}

/** A claimed salt form must be shown by a technique that can tell it. It never blocks the substance: the form is left out. */
export function checkSalt(subject: Worked): CheckResult {
  const { input, hypothesis } = subject;
  const claimed = hypothesis.saltForm;
  if (claimed === undefined) return checked(input.tables, 'salt', ['R12'], 'not-applicable', {});
  const shown = shownSalt(subject);
  const resultIds = subject.counted
    .filter(({ result, technique }) => technique.tellsSalt && result.saltForm !== undefined)
    .map(({ result }) => result.id);
  if (shown === claimed)
    return checked(input.tables, 'salt', ['R12'], 'met', { reasons: [reason('salt-shown', { salt: claimed })], resultIds });
  const why: Reason =
    resultIds.length === 0 ? reason('salt-not-shown', { salt: claimed }) : reason('salt-differs', { salt: claimed, shown: shown ?? '–' });
  return checked(input.tables, 'salt', ['R12'], 'not-met', {
    reasons: [why],
    resultIds,
    warnings: [{ criterion: 'salt', ...why, resultIds, wayOut: by('salt-technique', 'drop-salt') }],
  });
}
