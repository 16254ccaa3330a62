import { compareColour } from '../../../../core/identification/comparison/colour';
import { joinFindings } from '../../../../core/identification/comparison/comparison';
import { type ColourTable, substancesGiving } from '../../../../core/identification/tables/colour-table';
import { OUTCOMES, type TechniqueResult } from '../../../../core/identification/technique-result';
import type { Row } from '../../database/schema';

export interface ColourTestEvidence {
  readonly row: Row<'colour_test'>;
  readonly colours: readonly string[];
  readonly aliquotId: string;
  readonly method: Row<'method'> | undefined;
}

/**
 * A colour test as the gate sees it: a positive speaks of every substance that a source reports to give these colours, a negative
 * against every substance that should have reacted. A reagent that the table does not know speaks of nothing.
 */
export function colourResult({ row, colours, aliquotId, method }: ColourTestEvidence, table: ColourTable): TechniqueResult {
  const reagent = table.reagents.find(({ id, name }) => id === row.reagent || name.toLowerCase() === row.reagent.toLowerCase());
  const reactions = table.reactions.filter((reaction) => reaction.reagent === reagent?.id && reaction.expected === 'positive');
  const observed = colours.map((colour) => colour.trim().toLowerCase());
  const giving = reagent === undefined ? [] : substancesGiving(table, reagent.id, observed);
  const reacting = [...new Set(reactions.flatMap(({ keys }) => keys))].sort();
  const outcome = OUTCOMES.find((known) => known === row.outcome) ?? 'inconclusive';
  const agreeing = reactions.find(({ keys, steps }) => keys.some((key) => giving.includes(key)) && agrees(steps, observed));
  return {
    id: row.id,
    techniqueId: reagent?.technique ?? 'colour',
    method: { versionId: method?.id ?? '', validated: isValidated(method, row.performed_at) },
    controls: {
      reagentLot: { id: row.reagent_lot, expiresOn: row.reagent_expires_on },
      positive: row.positive_control === 'positive' ? 'passed' : 'failed',
      blank: row.blank_control === 'negative' ? 'passed' : 'failed',
    },
    aliquotId,
    analystId: row.analyst_id,
    analystAuthorised: 'not recorded',
    performedAt: row.performed_at,
    outcome,
    supports: { kind: 'substances', substances: outcome === 'negative' ? reacting : giving },
    ...(agreeing === undefined
      ? {}
      : {
          comparison: joinFindings('documented description', [
            compareColour({ reagent: reagent?.name ?? row.reagent, steps: agreeing.steps, observed }),
          ]),
        }),
    reviewableData: [],
    explainedBy: [],
  };
}

function agrees(steps: readonly (readonly string[])[], observed: readonly string[]): boolean {
  return steps.length === observed.length && steps.every((step, index) => step.includes(observed[index] ?? ''));
}

/** A method counts as validated from the day of its validation on, if a record of it is named. */
export function isValidated(method: Row<'method'> | undefined, at: string): boolean {
  if (method === undefined || method.validated_on === null || method.validation_reference.trim() === '') return false;
  return method.validated_on <= at.slice(0, 10);
}
