import type { Exhibit } from '../../../../contract/casework';
import type { Change } from '../../command/change';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import type { CaseworkDependencies } from '../dependencies';
import { requireOpenExhibit } from '../exhibits/open-exhibit';
import { componentsOf } from './store';

type Component = Exhibit['components'][number];
type Proposal = Pick<Component, 'exhibitId' | 'substanceId' | 'saltClaim' | 'proposedFrom'>;

export interface ComponentsService {
  /** "The exhibit may contain this substance": a hypothesis that the criteria are then applied to. */
  propose(session: Session, input: Proposal): Promise<Component>;
  withdraw(session: Session, input: { readonly id: string; readonly reason: string }): Promise<Component>;
}

export function createComponentsService({ commands }: Pick<CaseworkDependencies, 'commands'>): ComponentsService {
  return {
    propose: (session, input) =>
      commands.run({ actor: session, permission: 'casework.do', action: 'component.propose' }, async (change) => {
        const { code } = await requireOpenExhibit(change.read, input.exhibitId);
        change.subject({ type: 'exhibit', id: input.exhibitId, code });
        const substance = await change.read
          .selectFrom('substance')
          .select('preferred_name')
          .where('id', '=', input.substanceId)
          .executeTakeFirst();
        if (substance === undefined) throw notFound('substance', input.substanceId);
        const already = (await componentsOf(change.read, input.exhibitId)).some(
          ({ substanceId, withdrawnReason }) => substanceId === input.substanceId && withdrawnReason === null,
        );
        if (already) throw refused('component.already-proposed', { substance: substance.preferred_name });
        const row = await change.insert('component', {
          id: change.newId(),
          exhibit_id: input.exhibitId,
          substance_id: input.substanceId,
          salt_claim: input.saltClaim,
          proposed_from: input.proposedFrom,
          proposed_by: change.actor?.id ?? session.personId,
          proposed_at: change.now,
          withdrawn_reason: null,
        });
        return stored(change, input.exhibitId, row.id);
      }),
    withdraw: (session, { id, reason }) =>
      commands.run({ actor: session, permission: 'casework.do', action: 'component.withdraw', reason }, async (change) => {
        const row = await change.read.selectFrom('component').selectAll().where('id', '=', id).executeTakeFirst();
        if (row === undefined) throw notFound('component', id);
        const { code } = await requireOpenExhibit(change.read, row.exhibit_id);
        change.subject({ type: 'exhibit', id: row.exhibit_id, code });
        if (row.withdrawn_reason !== null) throw refused('component.withdrawn');
        const concluded = await change.read.selectFrom('conclusion').select('id').where('component_id', '=', id).executeTakeFirst();
        if (concluded !== undefined) throw refused('component.concluded');
        await change.update('component', id, null, { withdrawn_reason: reason });
        return stored(change, row.exhibit_id, id);
      }),
  };
}

async function stored(change: Change, exhibitId: string, id: string): Promise<Component> {
  const found = (await componentsOf(change.read, exhibitId)).find((one) => one.id === id);
  if (found === undefined) throw notFound('component', id);
  return found;
}
