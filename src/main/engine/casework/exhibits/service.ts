import type { Exhibit, ExhibitSummary } from '../../../../contract/casework';
import type { Change } from '../../command/change';
import type { Readable } from '../../database/schema';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import { batchesOfExhibit } from '../batches/store';
import { colourTestsOf } from '../colour-tests/store';
import { comparisonsOf } from '../comparisons/store';
import { componentsOf } from '../components/store';
import { conclusionsOf } from '../conclusions/store';
import { recordCustody } from '../custody/service';
import { custodyOf } from '../custody/store';
import { type CaseworkDependencies, mayLook } from '../dependencies';
import { deviationsOf } from '../deviations/store';
import { samplesOf } from '../samples/store';
import { exhibitCode, requireOpenCase, requireOpenExhibit } from './open-exhibit';
import { findExhibit, nextExhibitNumber } from './store';

export type ExhibitFields = Omit<ExhibitSummary, 'id' | 'rowVersion' | 'caseId' | 'code' | 'number'>;
type NewExhibit = ExhibitFields & { readonly caseId: string; readonly receivedFrom: string; readonly location: string };
type ExhibitUpdate = ExhibitFields & { readonly id: string; readonly rowVersion: number; readonly reason: string };

export interface ExhibitsService {
  get(session: Session, id: string): Promise<Exhibit>;
  /** Registers the exhibit and its receipt in custody in one act. */
  create(session: Session, input: NewExhibit): Promise<Exhibit>;
  update(session: Session, input: ExhibitUpdate): Promise<Exhibit>;
}

export function createExhibitsService({ read, commands }: CaseworkDependencies): ExhibitsService {
  return {
    get: async (session, id) => {
      await mayLook(read, session);
      return wholeExhibit(read, id);
    },
    create: (session, { caseId, receivedFrom, location, ...fields }) =>
      commands.run({ actor: session, permission: 'cases.receive', action: 'exhibit.create' }, async (change) => {
        const caseFile = await requireOpenCase(change.read, caseId);
        await requireSoundMasses(change, fields);
        const number = await nextExhibitNumber(change.read, caseId);
        const row = await change.insert('exhibit', {
          id: change.newId(),
          case_id: caseId,
          number,
          ...columns(fields),
          created_at: change.now,
        });
        change.subject({ type: 'exhibit', id: row.id, code: exhibitCode(caseFile.code, number) });
        await recordCustody(change, row.id, {
          kind: 'received',
          occurredAt: caseFile.received_at,
          fromParty: receivedFrom,
          toParty: change.actor?.fullName ?? '',
          sealBefore: fields.sealNumber,
          sealAfter: fields.sealNumber,
          location,
          witnessId: null,
          note: '',
          correctsId: null,
        });
        return wholeExhibit(change.read, row.id);
      }),
    update: (session, { id, rowVersion, reason, ...fields }) =>
      commands.run({ actor: session, permission: 'cases.receive', action: 'exhibit.update', reason }, async (change) => {
        const { code } = await requireOpenExhibit(change.read, id);
        change.subject({ type: 'exhibit', id, code });
        await requireSoundMasses(change, fields);
        await change.update('exhibit', id, rowVersion, columns(fields));
        return wholeExhibit(change.read, id);
      }),
  };
}

/** An exhibit with everything recorded of it. */
export async function wholeExhibit(read: Readable, id: string): Promise<Exhibit> {
  const found = await findExhibit(read, id);
  if (found === undefined) throw notFound('exhibit', id);
  return {
    ...found.summary,
    caseCode: found.caseCode,
    seizedOn: found.seizedOn,
    custody: [...(await custodyOf(read, id))],
    samples: [...(await samplesOf(read, id))],
    batches: [...(await batchesOfExhibit(read, id))],
    colourTests: [...(await colourTestsOf(read, id))],
    components: [...(await componentsOf(read, id))],
    comparisons: [...(await comparisonsOf(read, id))],
    deviations: [...(await deviationsOf(read, id))],
    conclusions: [...(await conclusionsOf(read, id))],
  };
}

async function requireSoundMasses(change: Change, fields: ExhibitFields): Promise<void> {
  const { grossMassMicrograms: gross, netMassMicrograms: net, balanceId } = fields;
  if (gross !== null && net !== null && net > gross) throw refused('exhibit.net-above-gross');
  if (balanceId === null) return;
  const balance = await change.read
    .selectFrom('instrument')
    .select(['name', 'kind', 'in_service'])
    .where('id', '=', balanceId)
    .executeTakeFirst();
  if (balance === undefined) throw notFound('instrument', balanceId);
  if (balance.kind !== 'balance' || balance.in_service !== 1) throw refused('exhibit.not-a-balance', { instrument: balance.name });
}

const columns = (fields: ExhibitFields) => ({
  description: fields.description,
  packaging: fields.packaging,
  condition_on_receipt: fields.conditionOnReceipt,
  seal_number: fields.sealNumber,
  seal_state: fields.sealState,
  appearance: fields.appearance,
  unit_count: fields.unitCount,
  gross_mass_ug: fields.grossMassMicrograms,
  net_mass_ug: fields.netMassMicrograms,
  mass_uncertainty_ug: fields.massUncertaintyMicrograms,
  balance_id: fields.balanceId,
  high_potency_suspected: fields.highPotencySuspected ? 1 : 0,
});
