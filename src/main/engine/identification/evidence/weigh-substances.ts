import type { JointEvidence, JointQuestion } from './evidence-messages';
import type { HeldEntries } from './held-entries';
import { createLikeness } from './likeness';
import { replicatesOf, spreadOf } from './weigh-candidate';

/** Each substance's best entry against an unknown, and how far its own spectra are alike; in a search thread. */
export function weighSubstances(entries: HeldEntries, { unknown, wanted, substances, collections }: JointQuestion): JointEvidence {
  const likeness = createLikeness(wanted);
  return substances.map((substance, i) => {
    const replicates = replicatesOf(entries, likeness, undefined, entries.keysOf(substance, collections));
    const values = replicates.flatMap((entry) => likeness.between(unknown, entry) ?? []);
    return { value: values.length === 0 ? null : Math.max(...values), spread: spreadOf(likeness, String(i), replicates) };
  });
}
