import type { Kysely } from 'kysely';
import type { Database, Readable } from '../database/schema';

/** Prefix of each kind of code that people see. */
const PREFIXES = { case: 'C', lot: 'RM', batch: 'B', report: 'R', method: 'M', instrument: 'I' } as const;
export type CodeKind = keyof typeof PREFIXES;

/**
 * The next code of a kind in a year, `C-2026-0007`. The counter moves inside the change's transaction, so a change that is rolled
 * back leaves no gap. Past 9999 the number simply grows a digit.
 *
 * @param now UTC instant of the change; the year is the UTC year
 */
export async function takeNextCode(query: Kysely<Database>, kind: CodeKind, now: string): Promise<string> {
  const year = Number(now.slice(0, 4));
  const { last_number } = await query
    .insertInto('code_counter')
    .values({ kind, year, last_number: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'year']).doUpdateSet((row) => ({ last_number: row('code_counter.last_number', '+', 1) })),
    )
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return code(kind, year, last_number);
}

/** The code that would be next now, without taking it: for what must name itself before it is recorded. */
export async function peekNextCode(read: Readable, kind: CodeKind, now: string): Promise<string> {
  const year = Number(now.slice(0, 4));
  const counter = await read
    .selectFrom('code_counter')
    .select('last_number')
    .where('kind', '=', kind)
    .where('year', '=', year)
    .executeTakeFirst();
  return code(kind, year, (counter?.last_number ?? 0) + 1);
}

const code = (kind: CodeKind, year: number, number: number): string => `${PREFIXES[kind]}-${year}-${String(number).padStart(4, '0')}`;
