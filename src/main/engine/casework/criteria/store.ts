import type { CriteriaEdition } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';
import type { LoadedTables } from '../tables/reference-tables';

/**
 * The laboratory's last adoption, if it is of exactly these tables: another version, or the same version with another row in it, is not
 * what somebody read and took as the laboratory's own.
 */
export async function adoptionOf(
  read: Readable,
  { criteria, criteriaSha256 }: Pick<LoadedTables, 'criteria' | 'criteriaSha256'>,
): Promise<CriteriaEdition['adopted']> {
  const last = await read
    .selectFrom('criteria_adoption')
    .innerJoin('person', 'person.id', 'criteria_adoption.adopted_by')
    .selectAll('criteria_adoption')
    .select('person.full_name')
    .orderBy('adopted_at', 'desc')
    .orderBy('criteria_adoption.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.version !== criteria.version.id || last.criteria_sha256 !== criteriaSha256) return null;
  return { by: { id: last.adopted_by, fullName: last.full_name }, at: last.adopted_at, note: last.note };
}
