import type { CustodyEvent } from '../../../../contract/casework';
import type { Change } from '../../command/change';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import { isInFuture } from '../clocks';
import type { CaseworkDependencies } from '../dependencies';
import { requireOpenExhibit } from '../exhibits/open-exhibit';
import { custodyOf } from './store';

export type CustodyFields = Omit<CustodyEvent, 'id' | 'exhibitId' | 'recordedAt' | 'recordedBy' | 'witness'>;

export interface CustodyService {
  add(session: Session, input: CustodyFields & { readonly exhibitId: string }): Promise<CustodyEvent>;
}

export function createCustodyService({ commands }: Pick<CaseworkDependencies, 'commands'>): CustodyService {
  return {
    add: (session, { exhibitId, ...fields }) =>
      commands.run({ actor: session, permission: 'cases.receive', action: 'custody.add' }, async (change) => {
        const { code } = await requireOpenExhibit(change.read, exhibitId);
        change.subject({ type: 'exhibit', id: exhibitId, code });
        const id = await recordCustody(change, exhibitId, fields);
        const entry = (await custodyOf(change.read, exhibitId)).find((event) => event.id === id);
        if (entry === undefined) throw notFound('custody', id);
        return entry;
      }),
  };
}

/** Appends to the chain of custody inside an open change; gives the id of the entry. */
export async function recordCustody(change: Change, exhibitId: string, fields: CustodyFields): Promise<string> {
  await requireSound(change, exhibitId, fields);
  const row = await change.insert('custody_event', {
    id: change.newId(),
    exhibit_id: exhibitId,
    kind: fields.kind,
    occurred_at: fields.occurredAt,
    recorded_at: change.now,
    recorded_by: change.actor?.id ?? '',
    from_party: fields.fromParty,
    to_party: fields.toParty,
    seal_before: fields.sealBefore,
    seal_after: fields.sealAfter,
    location: fields.location,
    witness_id: fields.witnessId,
    note: fields.note,
    corrects_id: fields.correctsId,
  });
  return row.id;
}

async function requireSound(change: Change, exhibitId: string, fields: CustodyFields): Promise<void> {
  if (isInFuture(fields.occurredAt, change.now)) throw refused('custody.in-the-future');
  if (fields.witnessId !== null) {
    if (fields.witnessId === change.actor?.id) throw refused('custody.own-witness');
    const witness = await change.read
      .selectFrom('person')
      .select(['full_name', 'disabled_at'])
      .where('id', '=', fields.witnessId)
      .executeTakeFirst();
    if (witness === undefined) throw notFound('person', fields.witnessId);
    if (witness.disabled_at !== null) throw refused('custody.witness-disabled', { person: witness.full_name });
  }
  if ((fields.kind === 'correction') !== (fields.correctsId !== null) || (fields.kind === 'correction' && fields.note === ''))
    throw refused('custody.correction-incomplete');
  if (fields.correctsId === null) return;
  const corrected = await change.read
    .selectFrom('custody_event')
    .select('id')
    .where('id', '=', fields.correctsId)
    .where('exhibit_id', '=', exhibitId)
    .executeTakeFirst();
  if (corrected === undefined) throw notFound('custody', fields.correctsId);
}
