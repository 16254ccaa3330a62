import { notFound, refused } from '../failures';
import type { Session } from '../session/access';
import type { CaseworkDependencies } from './dependencies';
import { requireOpenExhibit } from './exhibits/open-exhibit';

interface Voiding {
  readonly kind: 'colour-test' | 'comparison';
  readonly id: string;
  readonly reason: string;
}

export interface VoidingService {
  /** A result that must not count: it stays, with the reason. */
  voidResult(session: Session, input: Voiding): Promise<void>;
}

const TABLES = { 'colour-test': 'colour_test', comparison: 'comparison' } as const;

export function createVoidingService({ commands }: Pick<CaseworkDependencies, 'commands'>): VoidingService {
  return {
    voidResult: (session, { kind, id, reason }) =>
      commands.run({ actor: session, permission: 'casework.do', action: 'result.void', reason }, async (change) => {
        const table = TABLES[kind];
        const row = await change.read.selectFrom(table).select(['exhibit_id', 'voided_at']).where('id', '=', id).executeTakeFirst();
        if (row === undefined) throw notFound(kind, id);
        const { code } = await requireOpenExhibit(change.read, row.exhibit_id);
        change.subject({ type: 'exhibit', id: row.exhibit_id, code });
        if (row.voided_at !== null) throw refused('result.void-already');
        await change.update(table, id, null, { voided_at: change.now, voided_reason: reason });
      }),
  };
}
