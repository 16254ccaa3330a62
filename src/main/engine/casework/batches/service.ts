import type { Batch } from '../../../../contract/casework';
import type { Change } from '../../command/change';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import { isInFuture } from '../clocks';
import { type CaseworkDependencies, mayLook } from '../dependencies';
import { requireOpenBatch, wholeBatch } from './open-batch';
import { listBatches } from './store';

interface NewBatch {
  readonly methodId: string;
  readonly instrumentId: string;
  readonly startedAt: string;
}
interface Judgement {
  readonly id: string;
  readonly rowVersion: number;
  readonly accepted: boolean;
  readonly note: string;
}

export interface BatchesService {
  list(session: Session, page: { readonly offset: number; readonly limit: number }): ReturnType<typeof listBatches>;
  get(session: Session, id: string): Promise<Batch>;
  create(session: Session, input: NewBatch): Promise<Batch>;
  /** A person accepts or rejects the sequence, once. */
  judge(session: Session, input: Judgement): Promise<Batch>;
}

export function createBatchesService({ read, commands }: Pick<CaseworkDependencies, 'read' | 'commands'>): BatchesService {
  return {
    list: async (session, page) => {
      await mayLook(read, session);
      return listBatches(read, page);
    },
    get: async (session, id) => {
      await mayLook(read, session);
      return wholeBatch(read, id);
    },
    create: (session, input) =>
      commands.run({ actor: session, permission: 'casework.do', action: 'batch.create' }, async (change) => {
        if (isInFuture(input.startedAt, change.now)) throw refused('batch.in-the-future');
        await requireMethod(change, input.methodId);
        await requireInstrument(change, input);
        const code = await change.nextCode('batch');
        const row = await change.insert('batch', {
          id: change.newId(),
          code,
          method_id: input.methodId,
          instrument_id: input.instrumentId,
          analyst_id: change.actor?.id ?? session.personId,
          started_at: input.startedAt,
          status: 'open',
          judged_by: null,
          judged_at: null,
          judgement_note: '',
        });
        change.subject({ type: 'batch', id: row.id, code });
        return wholeBatch(change.read, row.id);
      }),
    judge: (session, { id, rowVersion, accepted, note }) =>
      commands.run({ actor: session, permission: 'batches.judge', action: 'batch.judge' }, async (change) => {
        const { code } = await requireOpenBatch(change.read, id);
        change.subject({ type: 'batch', id, code });
        const before = await wholeBatch(change.read, id);
        if (before.injections.length === 0) throw refused('batch.empty', { code });
        const unmet = before.findings.filter(({ met }) => !met).length;
        // Whoever accepts a sequence whose data say no, or rejects one, has a reason, and a reader of the record wants it.
        if (note === '' && (!accepted || unmet > 0)) throw refused('batch.note-needed', { findings: unmet });
        await change.update('batch', id, rowVersion, {
          status: accepted ? 'accepted' : 'rejected',
          judged_by: change.actor?.id ?? session.personId,
          judged_at: change.now,
          judgement_note: note,
        });
        change.note({ findingsNotMet: unmet });
        return wholeBatch(change.read, id);
      }),
  };
}

async function requireMethod(change: Change, id: string): Promise<void> {
  const method = await change.read.selectFrom('method').select(['code', 'retired_at']).where('id', '=', id).executeTakeFirst();
  if (method === undefined) throw notFound('method', id);
  if (method.retired_at !== null) throw refused('batch.method-retired', { code: method.code });
}

async function requireInstrument(change: Change, { instrumentId, startedAt }: NewBatch): Promise<void> {
  const instrument = await change.read
    .selectFrom('instrument')
    .select(['name', 'in_service', 'calibration_due_on'])
    .where('id', '=', instrumentId)
    .executeTakeFirst();
  if (instrument === undefined) throw notFound('instrument', instrumentId);
  if (instrument.in_service !== 1) throw refused('batch.instrument-out-of-service', { instrument: instrument.name });
  const due = instrument.calibration_due_on;
  if (due !== null && startedAt.slice(0, 10) > due) throw refused('batch.calibration-overdue', { instrument: instrument.name, due });
}
