import type { Comparison, Conclusion, Exhibit } from '../../../contract/casework';
import type { CaseworkRecords, MethodUsed, SpectrumRecord } from '../casework/records';
import type { Readable, Row } from '../database/schema';
import { notFound } from '../failures';
import { laboratoryRow } from '../laboratory/service';
import { casNumbers, customerOf, lotsById, methodsById, verifiedControls } from './store';

/** A conclusion in force, with the comparisons that count and the level its records give now. */
export interface ConcludedComponent {
  readonly conclusion: Conclusion;
  readonly levelNow: string | undefined;
  readonly comparisons: readonly {
    readonly comparison: Comparison;
    readonly unknown: SpectrumRecord;
    readonly reference: SpectrumRecord;
  }[];
}

export interface ExhibitRecords {
  readonly exhibit: Exhibit;
  readonly concluded: readonly ConcludedComponent[];
}

/** Everything a report may speak of, as recorded at one moment. */
export interface CaseRecords {
  readonly laboratory: Row<'laboratory'>;
  readonly customer: Row<'customer'>;
  readonly caseFile: Row<'case_file'>;
  readonly exhibits: readonly ExhibitRecords[];
  readonly methods: readonly Row<'method'>[];
  readonly methodsUsed: readonly MethodUsed[];
  readonly lots: Awaited<ReturnType<typeof lotsById>>;
  readonly cas: ReadonlyMap<string, string | null>;
  readonly controls: Awaited<ReturnType<typeof verifiedControls>>;
}

/** Reads a case for a report. Give it the connection of one read transaction, so that all of it is of one moment. */
export async function gatherCase(read: Readable, records: CaseworkRecords, caseId: string, now: string): Promise<CaseRecords> {
  const laboratory = await laboratoryRow(read);
  if (laboratory === undefined) throw notFound('laboratory', '');
  const caseFile = await records.caseFile(read, caseId);
  const exhibits: ExhibitRecords[] = [];
  for (const exhibit of await records.exhibits(read, caseId)) {
    const levels = await records.levelsNow(read, exhibit.id, now);
    const concluded: ConcludedComponent[] = [];
    for (const conclusion of exhibit.conclusions.filter(({ supersededById }) => supersededById === null)) {
      const comparisons: ConcludedComponent['comparisons'][number][] = [];
      for (const comparison of exhibit.comparisons.filter((one) => one.componentId === conclusion.componentId && one.voidedReason === null))
        comparisons.push({
          comparison,
          unknown: await records.spectrum(read, comparison.spectrumId),
          reference: await records.spectrum(read, comparison.referenceSpectrumId),
        });
      concluded.push({ conclusion, levelNow: levels.get(conclusion.componentId), comparisons });
    }
    exhibits.push({ exhibit, concluded });
  }
  const substanceIds = [...new Set(exhibits.flatMap(({ concluded }) => concluded.map(({ conclusion }) => conclusion.substanceId)))];
  const lotIds = exhibits.flatMap(({ concluded }) =>
    concluded.flatMap(({ comparisons }) => comparisons.map(({ comparison }) => comparison.referenceLotId)),
  );
  const methodsUsed = await records.methodIds(
    read,
    exhibits.map(({ exhibit }) => exhibit.id),
  );
  return {
    laboratory,
    customer: await customerOf(read, caseFile.customer_id),
    caseFile,
    exhibits,
    methodsUsed,
    methods: await methodsById(read, [...new Set(methodsUsed.map(({ methodId }) => methodId))]),
    lots: await lotsById(read, [...new Set(lotIds)]),
    cas: await casNumbers(read, substanceIds),
    controls: await verifiedControls(read, substanceIds),
  };
}
