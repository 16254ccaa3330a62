import type { ValidationRecord } from '../../../contract/validation';
import { ALIQUOT_DESCRIPTOR } from '../../../core/search/aliquot/descriptor';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import type { Searcher } from '../identification/searcher';
import type { LibraryService } from '../library/service';
import { requireActor, type Session } from '../session/access';
import { isAccepted, listValidations } from './store';
import { validateCollection } from './validate-collection';

export interface ValidationService {
  state(session: Session): Promise<{ shown: boolean; algorithmVersion: string; records: ValidationRecord[] }>;
  start(session: Session, collectionId: string): Promise<{ jobId: string }>;
  accept(session: Session, id: string, reason: string): Promise<ValidationRecord>;
  withdraw(session: Session, reason: string): Promise<{ shown: boolean }>;
}

type Dependencies = Pick<Foundation, 'read' | 'commands' | 'jobs'> & { readonly library: LibraryService; readonly searcher: Searcher };

export function createValidationService(dependencies: Dependencies): ValidationService {
  const { read, commands, jobs, library } = dependencies;

  async function found(id: string): Promise<ValidationRecord> {
    const record = (await listValidations(read)).find((each) => each.id === id);
    if (record === undefined) throw notFound('search_validation', id);
    return record;
  }

  return {
    state: async (session) => {
      await requireActor(read, session, 'identify.search');
      const { version } = ALIQUOT_DESCRIPTOR;
      return { shown: await isAccepted(read, version), algorithmVersion: version, records: await listValidations(read) };
    },
    start: async (session, collectionId) => {
      await requireActor(read, session, 'methods.edit');
      const collection = (await library.searchable()).find(({ id }) => id === collectionId);
      if (collection === undefined) throw notFound('collection', collectionId);
      const { jobId } = await jobs.start({ kind: 'validation', subject: collection.name, session, canCancel: true }, async (handle) => {
        const { result, snapshotId, algorithmVersion } = await validateCollection(dependencies, collectionId, {
          signal: handle.signal,
          progress: (done, total) => handle.progress({ done, total, unit: 'records' }),
        });
        const id = await commands.run({ actor: session, permission: 'methods.edit', action: 'validation.measure' }, async (change) => {
          if (change.actor === null) throw new Error('a validation is a person’s');
          const row = await change.insert('search_validation', {
            id: change.newId(),
            at: change.now,
            by_person: change.actor.id,
            collection_id: collectionId,
            algorithm_version: algorithmVersion,
            snapshot_sha256: snapshotId,
            result_json: JSON.stringify(result),
          });
          change.subject({ type: 'search_validation', id: row.id });
          return row.id;
        });
        return { validationId: id, queries: result.queries, correct: result.correct, acceptable: result.acceptable };
      });
      return { jobId };
    },
    accept: async (session, id, reason) => {
      const record = await found(id);
      if (record.algorithmVersion !== ALIQUOT_DESCRIPTOR.version) throw refused('validation.other-version');
      if (!record.acceptable) throw refused('validation.not-acceptable');
      await decide(session, id, reason, 'validation.accept');
      return found(id);
    },
    withdraw: async (session, reason) => {
      await decide(session, null, reason, 'validation.withdraw');
      return { shown: false };
    },
  };

  async function decide(session: Session, validationId: string | null, reason: string, action: string): Promise<void> {
    await commands.run({ actor: session, permission: 'methods.edit', action, reason }, async (change) => {
      if (change.actor === null) throw new Error('a decision is a person’s');
      const row = await change.insert('search_validation_decision', {
        id: change.newId(),
        validation_id: validationId,
        at: change.now,
        by_person: change.actor.id,
        reason,
      });
      change.subject({ type: 'search_validation', id: validationId ?? row.id });
    });
  }
}
