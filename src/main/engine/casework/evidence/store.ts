import type { Readable, Row } from '../../database/schema';

/** The rows of an exhibit that evidence is built of, with those that were voided or withdrawn: what they contradict stays known. */
export async function evidenceRows(read: Readable, exhibitId: string) {
  const components = await read
    .selectFrom('component')
    .selectAll()
    .where('exhibit_id', '=', exhibitId)
    .orderBy('proposed_at')
    .orderBy('id')
    .execute();
  const samples = await read.selectFrom('sample').selectAll().where('exhibit_id', '=', exhibitId).execute();
  const colourTests = await read.selectFrom('colour_test').selectAll().where('exhibit_id', '=', exhibitId).execute();
  const comparisons = await comparisonRows(read, exhibitId);
  const methodIds = [...comparisons, ...colourTests].flatMap(({ method_id }) => (method_id === null ? [] : [method_id]));
  return {
    components,
    samples,
    colourTests,
    comparisons,
    lots: indexed(
      await read
        .selectFrom('reference_lot')
        .selectAll()
        .where('id', 'in', unique(comparisons.map(({ lot_id }) => lot_id)))
        .execute(),
    ),
    methods: indexed(await read.selectFrom('method').selectAll().where('id', 'in', unique(methodIds)).execute()),
    batches: indexed(
      await read
        .selectFrom('batch')
        .selectAll()
        .where('id', 'in', unique(comparisons.map(({ batch_id }) => batch_id)))
        .execute(),
    ),
  };
}

export type EvidenceRows = Awaited<ReturnType<typeof evidenceRows>>;
export type SampleRow = Row<'sample'>;

function comparisonRows(read: Readable, exhibitId: string) {
  return read
    .selectFrom('comparison')
    .innerJoin('measured_spectrum as unknown', 'unknown.id', 'comparison.spectrum_id')
    .innerJoin('injection', 'injection.id', 'unknown.injection_id')
    .innerJoin('sample', 'sample.id', 'injection.sample_id')
    .innerJoin('measured_spectrum as reference', 'reference.id', 'comparison.reference_spectrum_id')
    .innerJoin('injection as reference_injection', 'reference_injection.id', 'reference.injection_id')
    .innerJoin('reference_lot', 'reference_lot.id', 'reference_injection.reference_lot_id')
    .selectAll('comparison')
    .select([
      'injection.id as injection_id',
      'injection.injected_at',
      'injection.batch_id',
      'sample.id as sample_id',
      'unknown.attachment_id',
      'reference.attachment_id as reference_attachment_id',
      'reference_lot.id as lot_id',
    ])
    .where('comparison.exhibit_id', '=', exhibitId)
    .execute();
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
const indexed = <T extends { readonly id: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.id, row]));
