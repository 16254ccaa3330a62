import type { Comparison } from '../../../../contract/casework';
import type { ReferenceLot } from '../../../../core/identification/reference-lot';
import type { CriteriaTables } from '../../../../core/identification/tables/criteria-tables';
import { canonicalText } from '../../audit/canonical';
import type { Change } from '../../command/change';
import type { Readable, Row } from '../../database/schema';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import { type Scan, scansOf, tolerancesOf } from '../batches/scan';
import type { CaseworkDependencies } from '../dependencies';
import { asReferenceLot } from '../evidence/reference-lot';
import { type SubstanceKeys, substanceKeys } from '../evidence/substance-keys';
import { requireOpenExhibit } from '../exhibits/open-exhibit';
import type { LoadedTables } from '../tables/reference-tables';
import { type ComparisonInput, computeComparison } from './compute';
import { comparisonsOf } from './store';

interface Asked {
  readonly exhibitId: string;
  readonly componentId: string;
  readonly spectrumId: string;
  readonly referenceSpectrumId: string;
}

export interface ComparisonsService {
  /** Computes retention, ions, match factor and blank from the data of the batch; nothing is ticked by hand. */
  compare(session: Session, input: Asked): Promise<Comparison>;
}

export function createComparisonsService({ commands, tables }: Pick<CaseworkDependencies, 'commands' | 'tables'>): ComparisonsService {
  return {
    compare: async (session, input) => {
      const loaded = await tables.load();
      return commands.run({ actor: session, permission: 'casework.do', action: 'comparison.make' }, async (change) => {
        const { code } = await requireOpenExhibit(change.read, input.exhibitId);
        change.subject({ type: 'exhibit', id: input.exhibitId, code });
        const found = await comparable(change.read, input, loaded);
        const computed = computeComparison(found.input);
        const row = await change.insert('comparison', {
          id: change.newId(),
          exhibit_id: input.exhibitId,
          component_id: input.componentId,
          spectrum_id: input.spectrumId,
          reference_spectrum_id: input.referenceSpectrumId,
          preceding_blank_id: found.precedingBlankId,
          method_id: found.batch.method_id,
          retention_json: canonicalText(computed.retention),
          spectrum_json: canonicalText(computed.spectrum),
          match_factor: computed.matchFactor,
          reverse_match_factor: computed.reverseMatchFactor,
          criteria_version: loaded.criteria.version.id,
          analyst_id: change.actor?.id ?? session.personId,
          performed_at: change.now,
          voided_at: null,
          voided_reason: null,
        });
        return stored(change, input.exhibitId, row.id);
      });
    },
  };
}

async function stored(change: Change, exhibitId: string, id: string): Promise<Comparison> {
  const comparison = (await comparisonsOf(change.read, exhibitId)).find((one) => one.id === id);
  if (comparison === undefined) throw notFound('comparison', id);
  return comparison;
}

interface Comparable {
  readonly input: ComparisonInput;
  readonly batch: Row<'batch'>;
  readonly precedingBlankId: string | null;
}

/** Gathers what is compared, or says why the two cannot be. */
async function comparable(read: Readable, asked: Asked, { criteria, colours }: LoadedTables): Promise<Comparable> {
  const component = await requireComponent(read, asked);
  const [unknownPlace, referencePlace] = [await placeOf(read, asked.spectrumId), await placeOf(read, asked.referenceSpectrumId)];
  if (unknownPlace.exhibit_id !== asked.exhibitId) throw refused('comparison.not-of-exhibit');
  if (referencePlace.kind !== 'reference' || referencePlace.reference_lot_id === null) throw refused('comparison.not-a-reference');
  if (unknownPlace.batch_id !== referencePlace.batch_id) throw refused('comparison.other-batch');
  const batch = await read.selectFrom('batch').selectAll().where('id', '=', unknownPlace.batch_id).executeTakeFirstOrThrow();
  if (batch.status === 'rejected') throw refused('comparison.batch-rejected', { batch: batch.code });
  const tolerances = await tolerancesOf(read, batch.method_id);
  if (tolerances === null) throw refused('comparison.no-tolerances', { batch: batch.code });

  const lots = await lotsOfBatch(read, batch.id);
  const keys = await substanceKeys(read, { criteria, colours }, [component.substance_id, ...lots.map(({ substance_id }) => substance_id)]);
  const lot = requireLot(
    lots.find(({ id }) => id === referencePlace.reference_lot_id),
    component,
    keys,
  );
  await requireNew(read, asked);

  const scans = await scansOf(read, batch.id);
  const scan = (id: string): Scan => {
    const found = scans.find(({ spectrumId }) => spectrumId === id);
    if (found === undefined) throw notFound('spectrum', id);
    return found;
  };
  const unknown = scan(asked.spectrumId);
  const blank = await read
    .selectFrom('injection')
    .select(['id', 'position'])
    .where('batch_id', '=', batch.id)
    .where('kind', '=', 'blank')
    .where('position', '<', unknown.position)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    batch,
    precedingBlankId: blank?.position === unknown.position - 1 ? blank.id : null,
    input: {
      batchCode: batch.code,
      unknown,
      reference: scan(asked.referenceSpectrumId),
      scans,
      blank: blank === undefined ? undefined : { injectionId: blank.id, position: blank.position },
      tolerances,
      lot,
      others: otherMembers(criteria, keys.keyOf(component.substance_id), lots, scans, keys),
    },
  };
}

async function requireComponent(read: Readable, { componentId, exhibitId }: Asked): Promise<Row<'component'>> {
  const component = await read.selectFrom('component').selectAll().where('id', '=', componentId).executeTakeFirst();
  if (component?.exhibit_id !== exhibitId) throw notFound('component', componentId);
  if (component.withdrawn_reason !== null) throw refused('component.withdrawn');
  return component;
}

async function placeOf(read: Readable, spectrumId: string) {
  const place = await read
    .selectFrom('measured_spectrum')
    .innerJoin('injection', 'injection.id', 'measured_spectrum.injection_id')
    .leftJoin('sample', 'sample.id', 'injection.sample_id')
    .select(['injection.batch_id', 'injection.kind', 'injection.reference_lot_id', 'sample.exhibit_id'])
    .where('measured_spectrum.id', '=', spectrumId)
    .executeTakeFirst();
  if (place === undefined) throw notFound('spectrum', spectrumId);
  return place;
}

function lotsOfBatch(read: Readable, batchId: string): Promise<readonly Row<'reference_lot'>[]> {
  return read
    .selectFrom('reference_lot')
    .selectAll()
    .where('id', 'in', (query) =>
      query
        .selectFrom('injection')
        .select('reference_lot_id')
        .where('batch_id', '=', batchId)
        .where('kind', '=', 'reference')
        .where('reference_lot_id', 'is not', null)
        .$narrowType<{ reference_lot_id: string }>(),
    )
    .execute();
}

function requireLot(lot: Row<'reference_lot'> | undefined, component: Row<'component'>, keys: SubstanceKeys): ReferenceLot {
  if (lot === undefined) throw refused('comparison.not-a-reference');
  if (lot.withdrawn === 1) throw refused('comparison.lot-withdrawn', { lot: lot.code });
  if (keys.keyOf(lot.substance_id) !== keys.keyOf(component.substance_id))
    throw refused('comparison.other-substance', {
      lot: lot.code,
      substance: keys.nameOf(keys.keyOf(lot.substance_id)),
      component: keys.nameOf(keys.keyOf(component.substance_id)),
    });
  return asReferenceLot(lot, keys.keyOf(lot.substance_id));
}

async function requireNew(read: Readable, asked: Asked): Promise<void> {
  const same = await read
    .selectFrom('comparison')
    .select('id')
    .where('component_id', '=', asked.componentId)
    .where('spectrum_id', '=', asked.spectrumId)
    .where('reference_spectrum_id', '=', asked.referenceSpectrumId)
    .where('voided_at', 'is', null)
    .executeTakeFirst();
  if (same !== undefined) throw refused('comparison.made-already');
}

/** References of the sequence whose substance is another member of an isomer group of this one. */
function otherMembers(
  { isomerGroups }: CriteriaTables,
  own: string,
  lots: readonly Row<'reference_lot'>[],
  scans: readonly Scan[],
  keys: SubstanceKeys,
): ComparisonInput['others'] {
  const members = new Set(isomerGroups.filter((group) => group.members.includes(own)).flatMap((group) => group.members));
  return scans.flatMap((scan) => {
    const lot = lots.find(({ id }) => id === scan.referenceLotId);
    if (scan.kind !== 'reference' || lot === undefined) return [];
    const substanceKey = keys.keyOf(lot.substance_id);
    return substanceKey !== own && members.has(substanceKey) ? [{ substanceKey, lot: asReferenceLot(lot, substanceKey), scan }] : [];
  });
}
