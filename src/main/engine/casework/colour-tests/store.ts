import { z } from 'zod';
import { type ColourTest, colourTest } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';

const observed = z.array(z.object({ seconds: z.int(), colour: z.string() }));

/** Oldest first, voided ones too. */
export async function colourTestsOf(read: Readable, exhibitId: string): Promise<readonly ColourTest[]> {
  const rows = await read
    .selectFrom('colour_test')
    .innerJoin('sample', 'sample.id', 'colour_test.sample_id')
    .innerJoin('person', 'person.id', 'colour_test.analyst_id')
    .leftJoin('method', 'method.id', 'colour_test.method_id')
    .selectAll('colour_test')
    .select(['sample.code as sample_code', 'person.full_name as analyst', 'method.title as method_title'])
    .where('colour_test.exhibit_id', '=', exhibitId)
    .orderBy('performed_at')
    .orderBy('colour_test.id')
    .execute();
  return rows.map((row) =>
    colourTest.parse({
      id: row.id,
      exhibitId: row.exhibit_id,
      sampleId: row.sample_id,
      sampleCode: row.sample_code,
      methodTitle: row.method_title,
      reagent: row.reagent,
      reagentLot: row.reagent_lot,
      reagentExpiresOn: row.reagent_expires_on,
      positiveControl: row.positive_control,
      blankControl: row.blank_control,
      observed: observed.parse(JSON.parse(row.observed_json)),
      outcome: row.outcome,
      analyst: { id: row.analyst_id, fullName: row.analyst },
      performedAt: row.performed_at,
      voidedReason: row.voided_reason,
    }),
  );
}

/** The colour methods in force whose title names the reagent. */
export async function methodsOfReagent(read: Readable, reagentName: string): Promise<readonly string[]> {
  const methods = await read
    .selectFrom('method')
    .select(['id', 'title'])
    .where('kind', '=', 'colour')
    .where('retired_at', 'is', null)
    .execute();
  return methods.filter(({ title }) => title.toLowerCase().includes(reagentName.toLowerCase())).map(({ id }) => id);
}
