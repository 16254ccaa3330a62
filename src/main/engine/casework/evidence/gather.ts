import { z } from 'zod';
import type { ComponentHypothesis, GateInput } from '../../../../core/identification/gate-input';
import type { CriteriaTables } from '../../../../core/identification/tables/criteria-tables';
import type { SetAside, TechniqueResult } from '../../../../core/identification/technique-result';
import type { Readable, Row } from '../../database/schema';
import { storedRetention, storedSpectrum } from '../comparisons/stored-findings';
import { adoptionOf } from '../criteria/store';
import type { LoadedTables } from '../tables/reference-tables';
import { aliquotOf, solventOf } from './aliquots';
import { colourResult, isValidated } from './colour-results';
import { comparisonResults, recordOfResult } from './comparison-results';
import { deviationsForGate } from './deviations';
import type { Names } from './named-message';
import { asReferenceLot } from './reference-lot';
import { type EvidenceRows, evidenceRows } from './store';
import { type SubstanceKeys, substanceKeys } from './substance-keys';

export interface Evidence {
  readonly input: GateInput;
  readonly components: readonly Row<'component'>[];
  readonly names: Names;
  readonly casOf: (substanceId: string) => string | null;
}

const observed = z.array(z.object({ seconds: z.int(), colour: z.string() }));

/** Everything recorded of an exhibit, as the gate's typed input: built afresh from the rows each time; what was set aside is marked. */
export async function gatherEvidence(
  read: Readable,
  exhibitId: string,
  tables: LoadedTables,
  at: { readonly analystId: string; readonly now: string },
): Promise<Evidence> {
  const rows = await evidenceRows(read, exhibitId);
  const { samples, comparisons, colourTests, lots } = rows;
  const components = rows.components.filter(({ withdrawn_reason }) => withdrawn_reason === null);
  const keys = await substanceKeys(
    read,
    tables,
    [...rows.components, ...lots.values()].map(({ substance_id }) => substance_id),
  );
  const codes = new Map(samples.map(({ id, code }) => [id, code]));
  const sampleOf = new Map([...comparisons, ...colourTests].map(({ id, sample_id }) => [id, codes.get(sample_id)]));
  return {
    components,
    casOf: keys.casOf,
    names: { substance: keys.nameOf, result: (id) => sampleOf.get(recordOfResult(id)) ?? id },
    input: {
      tables: await asAdopted(read, tables),
      hypotheses: components.map((component) => hypothesisOf(component, keys)),
      results: [...comparisons.flatMap((row) => measured(row, rows, keys)), ...colourTests.map((row) => coloured(row, rows, tables))],
      deviations: await deviationsForGate(read, exhibitId),
      people: { analystId: at.analystId },
      evaluatedAt: at.now,
    },
  };
}

/** The shipped tables with the laboratory's adoption of them, while it holds. */
async function asAdopted(read: Readable, tables: LoadedTables): Promise<CriteriaTables> {
  const adopted = await adoptionOf(read, tables);
  const { criteria } = tables;
  return adopted === null ? criteria : { ...criteria, version: { ...criteria.version, adopted: { by: adopted.by.id, on: adopted.at } } };
}

function setAside(voidedReason: string | null, withdrawnReason: string | null): { readonly setAside?: SetAside } {
  if (voidedReason !== null) return { setAside: { how: 'voided', reason: voidedReason } };
  return withdrawnReason === null ? {} : { setAside: { how: 'withdrawn', reason: withdrawnReason } };
}

/** The classes a substance belongs to are not recorded, so a reaction of a class alone supports nothing. */
function hypothesisOf(component: Row<'component'>, keys: SubstanceKeys): ComponentHypothesis {
  const substanceKey = keys.keyOf(component.substance_id);
  return {
    componentId: component.id,
    substanceKey,
    classes: [],
    namedAs: 'substance',
    botanical: substanceKey === 'cannabis',
    ...(component.salt_claim === '' ? {} : { saltForm: component.salt_claim }),
  };
}

function measured(row: EvidenceRows['comparisons'][number], rows: EvidenceRows, keys: SubstanceKeys): readonly TechniqueResult[] {
  const component = rows.components.find(({ id }) => id === row.component_id);
  const [lot, batch, method] = [rows.lots.get(row.lot_id), rows.batches.get(row.batch_id), rows.methods.get(row.method_id)];
  if (component === undefined || lot === undefined || batch === undefined || method === undefined)
    throw new Error(`comparison ${row.id} names rows that are not there`);
  const aside = setAside(row.voided_reason, component.withdrawn_reason);
  const solvent = solventOf(rows.samples, row.sample_id) || method.solvent.trim();
  const retention = storedRetention.parse(JSON.parse(row.retention_json));
  return comparisonResults({
    row,
    retention,
    spectrum: storedSpectrum.parse(JSON.parse(row.spectrum_json)),
    substanceKey: keys.keyOf(component.substance_id),
    lot: retention.lot ?? asReferenceLot(lot, keys.keyOf(lot.substance_id)),
    batch,
    method: {
      versionId: method.id,
      validated: isValidated(method, row.injected_at),
      ...(method.stationary_phase === '' ? {} : { mechanism: method.stationary_phase }),
      ...(solvent === '' ? {} : { solvent }),
    },
    injectionId: row.injection_id,
    injectedAt: row.injected_at,
    aliquotId: aliquotOf(rows.samples, row.sample_id),
    attachmentIds: [...new Set([row.attachment_id, row.reference_attachment_id])],
  }).map((result) => ({ ...result, ...aside }));
}

function coloured(row: Row<'colour_test'>, { samples, methods }: EvidenceRows, { colours }: LoadedTables): TechniqueResult {
  const result = colourResult(
    {
      row,
      colours: observed.parse(JSON.parse(row.observed_json)).map(({ colour }) => colour),
      aliquotId: aliquotOf(samples, row.sample_id),
      method: row.method_id === null ? undefined : methods.get(row.method_id),
    },
    colours,
  );
  return { ...result, ...setAside(row.voided_reason, null) };
}
