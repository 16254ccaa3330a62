import { type Sample, sample } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';

/** Parents before their children, siblings in the order they were taken. */
export async function samplesOf(read: Readable, exhibitId: string): Promise<readonly Sample[]> {
  const rows = await read
    .selectFrom('sample')
    .innerJoin('person', 'person.id', 'sample.taken_by')
    .selectAll('sample')
    .select('person.full_name as taker')
    .where('exhibit_id', '=', exhibitId)
    .orderBy('sample.code')
    .execute();
  const all = rows.map((row) =>
    sample.parse({
      id: row.id,
      exhibitId: row.exhibit_id,
      code: row.code,
      parentId: row.parent_id,
      kind: row.kind,
      description: row.description,
      unitCount: row.unit_count,
      massMicrograms: row.mass_ug,
      solvent: row.solvent,
      volumeMicrolitres: row.volume_ul,
      takenAt: row.taken_at,
      takenBy: { id: row.taken_by, fullName: row.taker },
    }),
  );
  const number = new Map(rows.map((row) => [row.id, row.number]));
  const under = (parentId: string | null): readonly Sample[] =>
    all
      .filter((one) => one.parentId === parentId)
      .sort((a, b) => (number.get(a.id) ?? 0) - (number.get(b.id) ?? 0) || (a.code < b.code ? -1 : 1))
      .flatMap((one) => [one, ...under(one.id)]);
  return under(null);
}

/** Number of the next sample of a kind under a parent. */
export async function nextSampleNumber(read: Readable, exhibitId: string, parentId: string | null, kind: string): Promise<number> {
  const siblings = read.selectFrom('sample').where('exhibit_id', '=', exhibitId).where('kind', '=', kind);
  const under = parentId === null ? siblings.where('parent_id', 'is', null) : siblings.where('parent_id', '=', parentId);
  const { last } = await under.select(({ fn }) => fn.max('number').as('last')).executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
