import type { ComponentChecklist } from '../../../../contract/casework';
import { notFound } from '../../failures';
import type { Session } from '../../session/access';
import { type CaseworkDependencies, mayLook } from '../dependencies';
import { gatherEvidence } from '../evidence/gather';
import { judge } from './checklist';

export interface ChecklistService {
  /** What the criteria still need, component by component, from the records as they are now. */
  checklist(session: Session, exhibitId: string): Promise<ComponentChecklist[]>;
}

export function createChecklistService({
  read,
  tables,
  now,
}: Pick<CaseworkDependencies, 'read' | 'tables'> & { readonly now: () => string }): ChecklistService {
  return {
    checklist: async (session, exhibitId) => {
      await mayLook(read, session);
      const exhibit = await read.selectFrom('exhibit').select('id').where('id', '=', exhibitId).executeTakeFirst();
      if (exhibit === undefined) throw notFound('exhibit', exhibitId);
      // Looking is not concluding: whose own deviation would not count is asked when a conclusion is drawn.
      const evidence = await gatherEvidence(read, exhibitId, await tables.load(), { analystId: '', now: now() });
      return judge(evidence).components.map(({ checklist }) => checklist);
    },
  };
}
