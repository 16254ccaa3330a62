import { z } from 'zod';
import { compareColour } from '../../../../core/identification/comparison/colour';
import type { Finding } from '../../../../core/identification/comparison/comparison';
import type { ColourReaction } from '../../../../core/identification/tables/colour-table';
import { substanceKeyOf } from '../../../../core/identification/tables/substance-key';
import { foldedKey } from '../../../../core/names/folded-key';
import type { Readable } from '../../database/schema';
import { storedRetention } from '../comparisons/stored-findings';
import type { ReferenceTables } from '../tables/reference-tables';

interface Substance {
  readonly id: string;
  readonly name: string;
  readonly inchikey: string | null;
  readonly cas: string | null;
}

/** What casework compared for an exhibit beside spectra, as far as it counts. */
export interface ComparedForExhibit {
  /** Substances that the analyst named as components. */
  readonly components: readonly Substance[];
  readonly retention: readonly { readonly substanceId: string; readonly findings: readonly Finding[] }[];
  /** Of each colour test the findings for a substance, where the tables expect a reaction of it. */
  coloursFor(substance: Omit<Substance, 'id'>): readonly (readonly Finding[])[];
}

export type CompareForExhibit = (exhibitId: string) => Promise<ComparedForExhibit>;

const observed = z.array(z.object({ colour: z.string() }));

/** Void results, withdrawn components and colour tests whose controls failed are left out. */
export function comparedForExhibit(read: Readable, tables: ReferenceTables): CompareForExhibit {
  return async (exhibitId) => {
    const { criteria, colours } = await tables.load();
    const components = await read
      .selectFrom('component')
      .innerJoin('substance', 'substance.id', 'component.substance_id')
      .select(['component.id as component_id', 'substance.id', 'substance.preferred_name as name', 'substance.inchikey', 'substance.cas'])
      .where('component.exhibit_id', '=', exhibitId)
      .where('component.withdrawn_reason', 'is', null)
      .orderBy('component.id')
      .execute();
    const comparisons = await read
      .selectFrom('comparison')
      .select(['component_id', 'retention_json'])
      .where('exhibit_id', '=', exhibitId)
      .where('voided_at', 'is', null)
      .orderBy('performed_at')
      .orderBy('id')
      .execute();
    const tests = await read
      .selectFrom('colour_test')
      .selectAll()
      .where('exhibit_id', '=', exhibitId)
      .where('voided_at', 'is', null)
      .where('positive_control', '=', 'positive')
      .where('blank_control', '=', 'negative')
      .where('outcome', '<>', 'inconclusive')
      .orderBy('performed_at')
      .orderBy('id')
      .execute();
    const colourKeys = new Map(colours.reactions.flatMap(({ keys }) => keys.map((key) => [foldedKey(key), key] as const)));
    return {
      components: components.map(({ component_id: _, ...substance }) => substance),
      retention: comparisons.flatMap(({ component_id, retention_json }) => {
        const component = components.find((each) => each.component_id === component_id);
        return component === undefined
          ? []
          : [{ substanceId: component.id, findings: storedRetention.parse(JSON.parse(retention_json)).findings }];
      }),
      coloursFor: ({ name, inchikey }) => {
        const known = substanceKeyOf(criteria, { names: [name], ...(inchikey === null ? {} : { inchikey }) });
        const key = known ?? colourKeys.get(foldedKey(name));
        if (key === undefined) return [];
        return tests.flatMap((test) => {
          const reagent = colours.reagents.find(
            ({ id, name: called }) => id === test.reagent || called.toLowerCase() === test.reagent.toLowerCase(),
          );
          const reactions = colours.reactions.filter((reaction) => reaction.reagent === reagent?.id && reaction.keys.includes(key));
          const seen = observed.parse(JSON.parse(test.observed_json)).map(({ colour }) => colour.trim().toLowerCase());
          const findings = bestReaction(reactions, reagent?.name ?? test.reagent, seen);
          return findings === undefined ? [] : [findings];
        });
      },
    };
  };
}

/** Sources differ in the colours they report: one that agrees decides. */
function bestReaction(reactions: readonly ColourReaction[], reagent: string, seen: readonly string[]): readonly Finding[] | undefined {
  const compared = reactions.map(({ steps }) => compareColour({ reagent, steps, observed: seen }));
  return compared.find((findings) => findings.some(({ met }) => met)) ?? compared[0];
}
