import type { ReferenceLot } from '../../../contract/lots';
import type { Readable } from '../database/schema';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { requireActor, type Session } from '../session/access';
import { asLot, findLot, listLots, lotsOfSubstance } from './store';

export type LotFields = Omit<ReferenceLot, 'id' | 'rowVersion' | 'code' | 'substanceName' | 'expired' | 'withdrawn'>;
export interface LotEdit extends LotFields {
  readonly id: string;
  readonly rowVersion: number;
  readonly withdrawn: boolean;
  readonly reason: string;
}

export interface RegistryService {
  list(session: Session): Promise<ReferenceLot[]>;
  get(session: Session, id: string): Promise<ReferenceLot>;
  create(session: Session, fields: LotFields): Promise<ReferenceLot>;
  update(session: Session, edit: LotEdit): Promise<ReferenceLot>;
  /** For other domains; no session is asked for. */
  readonly lookUp: {
    lot(id: string): Promise<ReferenceLot>;
    lotsOf(substanceId: string): Promise<ReferenceLot[]>;
  };
}

export function createRegistryService({ read, commands, clock }: Pick<Foundation, 'read' | 'commands' | 'clock'>): RegistryService {
  const today = () => new Date(clock.now()).toISOString().slice(0, 10);

  async function lot(id: string): Promise<ReferenceLot> {
    const row = await findLot(read, id);
    if (row === undefined) throw notFound('reference_lot', id);
    return asLot(row, today());
  }

  return {
    list: async (session) => {
      await requireActor(read, session, null);
      return (await listLots(read)).map((row) => asLot(row, today()));
    },
    get: async (session, id) => {
      await requireActor(read, session, null);
      return lot(id);
    },
    create: async (session, fields) => {
      refuseContradictions(fields);
      const id = await commands.run({ actor: session, permission: 'lots.edit', action: 'lot.create' }, async (change) => {
        const substance = await change.read.selectFrom('substance').select('id').where('id', '=', fields.substanceId).executeTakeFirst();
        if (substance === undefined) throw notFound('substance', fields.substanceId);
        const code = await change.nextCode('lot');
        const row = await change.insert('reference_lot', {
          id: change.newId(),
          code,
          ...columns(fields),
          withdrawn: 0,
          created_at: change.now,
        });
        change.subject({ type: 'reference_lot', id: row.id, code });
        return row.id;
      });
      return lot(id);
    },
    update: async (session, { id, rowVersion, withdrawn, reason, ...fields }) => {
      refuseContradictions(fields);
      await commands.run({ actor: session, permission: 'lots.edit', action: 'lot.update', reason }, async (change) => {
        const substance = await change.read.selectFrom('substance').select('id').where('id', '=', fields.substanceId).executeTakeFirst();
        if (substance === undefined) throw notFound('substance', fields.substanceId);
        await refuseOnceUsed(change.read, id, fields);
        const row = await change.update('reference_lot', id, rowVersion, { ...columns(fields), withdrawn: withdrawn ? 1 : 0 });
        change.subject({ type: 'reference_lot', id, code: row.code });
      });
      return lot(id);
    },
    lookUp: {
      lot,
      lotsOf: async (substanceId) => (await lotsOfSubstance(read, substanceId)).map((row) => asLot(row, today())),
    },
  };
}

/** ISO 17034: a certified value comes with its uncertainty; a certified reference material without a value is only a reference material. */
function refuseContradictions(fields: LotFields): void {
  if (fields.expiresOn !== null && fields.expiresOn < fields.receivedOn)
    throw refused('lot.expired-on-receipt', { expiresOn: fields.expiresOn });
  if (fields.certifiedPurityPercent !== null && Number(fields.certifiedPurityPercent) > 100)
    throw refused('lot.purity-over-100', { purity: fields.certifiedPurityPercent });
  if (fields.certifiedPurityPercent === null && fields.expandedUncertaintyPercent !== null) throw refused('lot.uncertainty-without-value');
  if ((fields.expandedUncertaintyPercent === null) !== (fields.coverageFactor === null)) throw refused('lot.uncertainty-without-factor');
}

/**
 * What evidence is judged by stays as it was when the lot was injected: an extended expiry is a requalification, which a deviation
 * names, or a new lot.
 *
 * @throws Failure REFUSED `lot.used`
 */
async function refuseOnceUsed(read: Readable, id: string, fields: LotFields): Promise<void> {
  const old = await read.selectFrom('reference_lot').selectAll().where('id', '=', id).executeTakeFirst();
  if (old === undefined) throw notFound('reference_lot', id);
  const next = columns(fields);
  if (JUDGED_BY.every((column) => next[column] === old[column])) return;
  const used = await read.selectFrom('injection').select('id').where('reference_lot_id', '=', id).executeTakeFirst();
  if (used !== undefined) throw refused('lot.used', { lot: old.code });
}

const JUDGED_BY = ['substance_id', 'salt_form', 'kind', 'certificate_reference', 'traceability', 'received_on', 'expires_on'] as const;

const columns = (fields: LotFields) => ({
  substance_id: fields.substanceId,
  salt_form: fields.saltForm,
  kind: fields.kind,
  producer: fields.producer,
  lot_number: fields.lotNumber,
  certificate_reference: fields.certificateReference,
  certified_purity_percent: fields.certifiedPurityPercent,
  expanded_uncertainty_percent: fields.expandedUncertaintyPercent,
  coverage_factor: fields.coverageFactor,
  traceability: fields.traceability,
  received_on: fields.receivedOn,
  expires_on: fields.expiresOn,
  storage: fields.storage,
  received_mass_ug: fields.receivedMassMicrograms,
});
