import type { PracticeBatch } from './documents';
import type { Seeding } from './seed';

/** A sequence with its injections and their files; judged where the document says so. */
export async function seedBatch({ as, ids, times, casework }: Seeding, document: PracticeBatch): Promise<void> {
  const analyst = as(document.analyst);
  let batch = await casework.batches.create(analyst, {
    methodId: ids.id(document.method),
    instrumentId: ids.id(document.instrument),
    startedAt: times.moment(document.startedAt),
  });
  ids.set(document.key, batch.id);
  for (const { injectedAt, sample, lot, file, ...injection } of document.injections) {
    const added = await casework.injections.add(analyst, {
      ...injection,
      batchId: batch.id,
      sampleId: sample === null ? null : ids.id(sample),
      referenceLotId: lot === null ? null : ids.id(lot),
      injectedAt: times.moment(injectedAt),
    });
    const injectionId = added.injections.at(-1)?.id ?? '';
    ({ batch } = await casework.injections.attachFile(analyst, { injectionId, token: file, retentionTimesMinutes: [] }));
  }
  if (document.judged === null) return;
  const { by, accepted, note } = document.judged;
  await casework.batches.judge(as(by), { id: batch.id, rowVersion: batch.rowVersion, accepted, note });
}
