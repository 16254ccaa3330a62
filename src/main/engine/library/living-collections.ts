import type { SpectrumFacts } from '../../../contract/library';
import type { SpectrumChoice } from '../../../contract/measurements';
import type { Change } from '../command/change';
import type { Row } from '../database/schema';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import type { MeasurementsService } from '../measurements/service';
import type { Session } from '../session/access';
import { createRowWriter, prepared } from './import/row-writer';
import { publish } from './import-job';
import { keptRecord, rowWithFacts } from './kept-record';
import { RowsDigest, rowHash } from './rows-digest';
import { type SpectrumRow, searchedNames } from './spectrum-row';
import { countIn } from './standing-store';

export interface NewOwnCollection {
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  readonly version: string;
}

export interface Addition extends SpectrumChoice {
  readonly collectionId: string;
  readonly facts: SpectrumFacts;
  readonly substanceId: string | null;
  readonly note: string;
}

export interface Correction {
  readonly key: number;
  readonly facts: SpectrumFacts;
  readonly substanceId: string | null;
  readonly reason: string;
}

/**
 * Collections that live: what is added has its own row in the trail, what is put right is a new spectrum beside the old one, what is retired stays.
 * Nothing that a search once used is altered.
 */
export interface LivingCollections {
  create(session: Session, collection: NewOwnCollection): Promise<string>;
  /** @returns the key of the new spectrum */
  add(session: Session, addition: Addition): Promise<number>;
  correct(session: Session, correction: Correction): Promise<number>;
  retire(session: Session, key: number, reason: string): Promise<void>;
}

type Dependencies = Pick<Foundation, 'database' | 'read' | 'commands' | 'clock'> & { readonly measurements: MeasurementsService };

export function createLivingCollections({ database, read, commands, clock, measurements }: Dependencies): LivingCollections {
  /** Writes a row behind those the collection has, in the change that is open, and the row of the trail that proves it. */
  async function append(
    change: Change,
    collection: Row<'collection'>,
    row: SpectrumRow,
    names: readonly string[],
    about: Pick<Row<'added_spectrum'>, 'substance_id' | 'opened_file_id' | 'opened_item' | 'choice_json' | 'corrects_key' | 'reason'>,
  ): Promise<number> {
    const place = await countIn(change.read, 'added_spectrum', collection.id);
    // The statements run on the connection whose transaction is open here.
    const key = createRowWriter(database.writer.handle).write(collection.import_key, collection.spectra + place, prepared(row, names));
    await change.insert('added_spectrum', {
      id: change.newId(),
      collection_id: collection.id,
      place,
      spectrum_key: key,
      row_sha256: rowHash(row).toString('hex'),
      ...about,
      added_at: change.now,
      added_by: personOf(change),
    });
    // It counts as changed: who is editing it looks again, and windows that show it do, too.
    await change.update('collection', collection.id, null, {});
    return key;
  }

  async function withdraw(
    change: Change,
    collection: Row<'collection'>,
    key: number,
    reason: string,
    correctedBy: number | null,
  ): Promise<void> {
    await change.insert('withdrawn_spectrum', {
      id: change.newId(),
      collection_id: collection.id,
      place: await countIn(change.read, 'withdrawn_spectrum', collection.id),
      spectrum_key: key,
      corrected_by_key: correctedBy,
      reason,
      withdrawn_at: change.now,
      withdrawn_by: personOf(change),
    });
    if (correctedBy === null) await change.update('collection', collection.id, null, {});
  }

  /** The collection of a spectrum that is in use. @throws Failure NOT_FOUND, REFUSED `library.already-withdrawn` */
  async function inUse(change: Change, key: number): Promise<{ readonly collection: Row<'collection'>; readonly name: string }> {
    const found = await change.read
      .selectFrom('reference_spectrum')
      .innerJoin('collection', 'collection.import_key', 'reference_spectrum.import_key')
      .selectAll('collection')
      .select('reference_spectrum.name as spectrum_name')
      .where('reference_spectrum.key', '=', key)
      .executeTakeFirst();
    if (found === undefined) throw notFound('reference_spectrum', String(key));
    const withdrawn = await change.read.selectFrom('withdrawn_spectrum').select('id').where('spectrum_key', '=', key).executeTakeFirst();
    if (withdrawn !== undefined) throw refused('library.already-withdrawn', { name: found.spectrum_name });
    return { collection: found, name: found.spectrum_name };
  }

  return {
    create: async (session, collection) => {
      const { import_key: importKey } = await commands.bookkeep((query) =>
        query
          .insertInto('library_import')
          .values({ job_id: '', file_name: collection.name, started_at: new Date(clock.now()).toISOString() })
          .returning('import_key')
          .executeTakeFirstOrThrow(),
      );
      const published = commands.run({ actor: session, permission: 'library.edit', action: 'library.create-collection' }, (change) =>
        publish(change, {
          ...collection,
          kind: 'own',
          originalFile: null,
          attachmentId: null,
          importKey,
          spectra: 0,
          rowsSha256: new RowsDigest().end(),
        }),
      );
      return published.finally(() =>
        commands.bookkeep((query) => query.deleteFrom('library_import').where('import_key', '=', importKey).execute()),
      );
    },
    add: async (session, { collectionId, fileId, index, scan, averaging, facts, substanceId, note }) => {
      const choice = { fileId, index, scan, averaging };
      const { record, file } = await measurements.lookUp.record(choice);
      if (file.refusal_json !== null) throw refused('library.file-incomplete', { fileName: file.name });
      const { row, identity } = rowWithFacts(record, facts);
      return commands.run({ actor: session, permission: 'library.edit', action: 'library.add-spectrum' }, async (change) => {
        const collection = await change.read.selectFrom('collection').selectAll().where('id', '=', collectionId).executeTakeFirst();
        if (collection === undefined) throw notFound('collection', collectionId);
        if (collection.kind !== 'own') throw refused('library.not-own', { name: collection.name });
        if (collection.retired_at !== null) throw refused('identify.collection-retired', { name: collection.name });
        change.subject({ type: 'collection', id: collectionId, code: collection.name });
        change.note({ name: facts.name, file: file.name, ...(note === '' ? {} : { note }) });
        return append(change, collection, row, searchedNames({ identity }), {
          substance_id: substanceId,
          opened_file_id: fileId,
          opened_item: index,
          choice_json: JSON.stringify({ scan, averaging }),
          corrects_key: null,
          reason: note,
        });
      });
    },
    correct: async (session, { key, facts, substanceId, reason }) => {
      const before = await keptRecord(read, key);
      const { row, identity } = rowWithFacts(before, facts);
      return commands.run({ actor: session, permission: 'library.edit', action: 'library.correct-spectrum', reason }, async (change) => {
        const { collection } = await inUse(change, key);
        const old = before.kind === 'curves' ? before.curves.identity : before.spectrum.identity;
        change.subject({ type: 'reference_spectrum', id: String(key), code: old.name });
        change.note({ before: { ...old }, after: { ...identity } });
        const corrected = await append(change, collection, row, searchedNames({ identity }), {
          substance_id: substanceId,
          opened_file_id: null,
          opened_item: null,
          choice_json: null,
          corrects_key: key,
          reason,
        });
        await withdraw(change, collection, key, reason, corrected);
        return corrected;
      });
    },
    retire: async (session, key, reason) => {
      await commands.run({ actor: session, permission: 'library.edit', action: 'library.retire-spectrum', reason }, async (change) => {
        const { collection, name } = await inUse(change, key);
        change.subject({ type: 'reference_spectrum', id: String(key), code: name });
        await withdraw(change, collection, key, reason, null);
      });
    },
  };
}

function personOf({ actor }: Change): string {
  if (actor === null) throw new Error('a collection is changed by a person');
  return actor.id;
}
