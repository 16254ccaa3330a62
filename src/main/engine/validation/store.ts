import type { z } from 'zod';
import { type ValidationRecord, validationRecord } from '../../../contract/validation';
import type { Readable } from '../database/schema';

/** What a validation measured, as it is kept. */
export const storedResult = validationRecord.pick({
  queries: true,
  leftOut: true,
  correct: true,
  bins: true,
  brier: true,
  wrongButConfident: true,
  confident: true,
  upperBound: true,
  confidentOfCorrect: true,
  acceptable: true,
  objections: true,
  wrong: true,
});
export type StoredResult = z.infer<typeof storedResult>;

/** Newest first, each with its latest acceptance. */
export async function listValidations(read: Readable): Promise<ValidationRecord[]> {
  const rows = await read
    .selectFrom('search_validation')
    .innerJoin('person', 'person.id', 'search_validation.by_person')
    .innerJoin('collection', 'collection.id', 'search_validation.collection_id')
    .selectAll('search_validation')
    .select(['person.full_name', 'collection.name as collection_name'])
    .orderBy('search_validation.at', 'desc')
    .execute();
  const decisions = await read
    .selectFrom('search_validation_decision as decision')
    .innerJoin('person', 'person.id', 'decision.by_person')
    .select(['decision.validation_id', 'decision.at', 'person.full_name'])
    .orderBy('decision.at')
    .orderBy('decision.id')
    .execute();
  const accepted = new Map(decisions.map((decision) => [decision.validation_id, decision]));
  return rows.map((row) => {
    const decision = accepted.get(row.id);
    return {
      id: row.id,
      at: row.at,
      by: row.full_name,
      collectionId: row.collection_id,
      collectionName: row.collection_name,
      algorithmVersion: row.algorithm_version,
      snapshotId: row.snapshot_sha256,
      ...storedResult.parse(JSON.parse(row.result_json)),
      acceptedAt: decision?.at ?? null,
      acceptedBy: decision?.full_name ?? null,
    };
  });
}

/** Whether the laboratory's latest decision accepts a validation of this version of the algorithm. */
export async function isAccepted(read: Readable, algorithmVersion: string): Promise<boolean> {
  const latest = await read
    .selectFrom('search_validation_decision as decision')
    .leftJoin('search_validation as validation', 'validation.id', 'decision.validation_id')
    .select('validation.algorithm_version')
    .orderBy('decision.at', 'desc')
    .orderBy('decision.id', 'desc')
    .executeTakeFirst();
  return latest?.algorithm_version === algorithmVersion;
}
