import type { Batch } from '../../../contract/casework';
import type { PracticeCase } from './documents';
import type { Seeding } from './seed';

type Injection = Batch['injections'][number];
type Spectrum = Injection['spectra'][number];

/** Compares every sample with the reference of each component in its batch, and draws what the criteria then give. */
export async function concludeCase({ as, ids, casework, registry }: Seeding, { exhibits }: PracticeCase): Promise<void> {
  const analyst = as('jonas');
  for (const { key } of exhibits) {
    const exhibit = await casework.exhibits.get(analyst, ids.id(key));
    for (const { id } of exhibit.batches) {
      const { injections } = await casework.batches.get(analyst, id);
      for (const reference of injections.filter(({ kind }) => kind === 'reference')) {
        const lot = await registry.lookUp.lot(reference.referenceLotId ?? '');
        const component = exhibit.components.find(({ substanceId }) => substanceId === lot.substanceId);
        const known = reference.spectra[0];
        if (component === undefined || known === undefined) continue;
        for (const { spectra } of injections.filter((one) => one.kind === 'case' && one.exhibitId === exhibit.id)) {
          const unknown = nearest(spectra, known);
          if (unknown === undefined) continue;
          await casework.comparisons.compare(analyst, {
            exhibitId: exhibit.id,
            componentId: component.id,
            spectrumId: unknown.id,
            referenceSpectrumId: known.id,
          });
        }
      }
    }
    for (const { componentId, level } of await casework.checklist.checklist(analyst, exhibit.id))
      if (level !== 'not-tested')
        await casework.conclusions.draw(analyst, { exhibitId: exhibit.id, componentId, expectedLevel: level, note: '' });
  }
}

/** The peak of a sample that elutes where the reference does, or nearest to it. */
function nearest(spectra: readonly Spectrum[], reference: Spectrum): Spectrum | undefined {
  const distance = ({ retentionTimeMinutes }: Spectrum) => Math.abs((retentionTimeMinutes ?? 0) - (reference.retentionTimeMinutes ?? 0));
  return [...spectra].sort((a, b) => distance(a) - distance(b))[0];
}
