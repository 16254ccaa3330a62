import type { Exhibit } from '../../../contract/casework';
import type { Readable, Row } from '../database/schema';
import { notFound } from '../failures';
import { numbersInBytes } from '../peak-bytes';
import { judge } from './checklist/checklist';
import type { CaseworkDependencies } from './dependencies';
import { gatherEvidence } from './evidence/gather';
import { wholeExhibit } from './exhibits/service';
import { exhibitsOfCase } from './exhibits/store';

export interface SpectrumRecord {
  readonly name: string;
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  /** SHA-256 of the file it came from. */
  readonly sha256: string;
}

/** What is recorded of a case, for other domains; reads with the caller's own connection, no session is asked for. */
export interface CaseworkRecords {
  caseFile(read: Readable, caseId: string): Promise<Row<'case_file'>>;
  /** In the order of their numbers, each with everything recorded of it; reagents by name. */
  exhibits(read: Readable, caseId: string): Promise<readonly Exhibit[]>;
  spectrum(read: Readable, id: string): Promise<SpectrumRecord>;
  /** The level of each component of an exhibit as its records stand now, by component id. */
  levelsNow(read: Readable, exhibitId: string, now: string): Promise<ReadonlyMap<string, string>>;
  /** The methods and instruments of its comparisons and colour tests that count. */
  methodIds(read: Readable, exhibitIds: readonly string[]): Promise<readonly MethodUsed[]>;
}

export interface MethodUsed {
  readonly methodId: string;
  readonly batchCode: string | null;
  /** Who ran the batch. */
  readonly analyst: string | null;
  readonly instrumentCode: string | null;
}

export function createCaseworkRecords({ tables }: Pick<CaseworkDependencies, 'tables'>): CaseworkRecords {
  return {
    caseFile: async (read, caseId) => {
      const row = await read.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirst();
      if (row === undefined) throw notFound('case', caseId);
      return row;
    },
    exhibits: async (read, caseId) => {
      const exhibits: Exhibit[] = [];
      const { colours } = await tables.load();
      const nameOf = (reagent: string) => colours.reagents.find(({ id }) => id === reagent)?.name ?? reagent;
      for (const { id } of await exhibitsOfCase(read, caseId)) {
        const exhibit = await wholeExhibit(read, id);
        exhibits.push({ ...exhibit, colourTests: exhibit.colourTests.map((test) => ({ ...test, reagent: nameOf(test.reagent) })) });
      }
      return exhibits;
    },
    spectrum: async (read, id) => {
      const row = await read
        .selectFrom('measured_spectrum')
        .innerJoin('attachment', 'attachment.id', 'measured_spectrum.attachment_id')
        .select(['measured_spectrum.name', 'measured_spectrum.mz', 'measured_spectrum.intensity', 'attachment.sha256'])
        .where('measured_spectrum.id', '=', id)
        .executeTakeFirst();
      if (row === undefined) throw notFound('spectrum', id);
      return { name: row.name, mz: numbersInBytes(row.mz), intensity: numbersInBytes(row.intensity), sha256: row.sha256 };
    },
    levelsNow: async (read, exhibitId, now) => {
      const evidence = await gatherEvidence(read, exhibitId, await tables.load(), { analystId: '', now });
      return new Map(judge(evidence).components.map(({ checklist }) => [checklist.componentId, checklist.level]));
    },
    methodIds: methodsUsed,
  };
}

async function methodsUsed(read: Readable, exhibitIds: readonly string[]): Promise<readonly MethodUsed[]> {
  const compared = await read
    .selectFrom('comparison')
    .innerJoin('measured_spectrum', 'measured_spectrum.id', 'comparison.spectrum_id')
    .innerJoin('injection', 'injection.id', 'measured_spectrum.injection_id')
    .innerJoin('batch', 'batch.id', 'injection.batch_id')
    .innerJoin('instrument', 'instrument.id', 'batch.instrument_id')
    .innerJoin('person', 'person.id', 'batch.analyst_id')
    .select(['comparison.method_id', 'batch.code as batch_code', 'instrument.code as instrument_code', 'person.full_name as analyst'])
    .distinct()
    .where('comparison.exhibit_id', 'in', [...exhibitIds])
    .where('comparison.voided_at', 'is', null)
    .orderBy('batch.code')
    .execute();
  const coloured = await read
    .selectFrom('colour_test')
    .select('method_id')
    .distinct()
    .where('exhibit_id', 'in', [...exhibitIds])
    .where('voided_at', 'is', null)
    .execute();
  return [
    ...compared.map((row) => ({
      methodId: row.method_id,
      batchCode: row.batch_code,
      analyst: row.analyst,
      instrumentCode: row.instrument_code,
    })),
    ...coloured.flatMap(({ method_id }) =>
      method_id === null ? [] : [{ methodId: method_id, batchCode: null, analyst: null, instrumentCode: null }],
    ),
  ];
}
