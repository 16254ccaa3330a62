import type { Exhibit } from '../../../../contract/casework';
import { evaluateGate } from '../../../../core/identification/gate';
import type { DeviationKind, GateInput } from '../../../../core/identification/gate-input';
import { canonicalText } from '../../audit/canonical';
import type { Change } from '../../command/change';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import type { CaseworkDependencies } from '../dependencies';
import type { DeviationScope } from '../evidence/deviations';
import { gatherEvidence } from '../evidence/gather';
import { requireOpenExhibit } from '../exhibits/open-exhibit';
import { knownCriterion, knownKind, liftable, scopeOf } from './scope';
import { deviationsOf } from './store';

type Deviation = Exhibit['deviations'][number];
interface Authorisation {
  readonly exhibitId: string;
  readonly kind: string;
  readonly criterion: string;
  readonly componentId: string | null;
  readonly referenceLotId: string | null;
  readonly reason: string;
}

export interface DeviationsService {
  /** Lifts what the criteria name as open to this deviation now, and nothing else. */
  authorise(session: Session, input: Authorisation): Promise<Deviation>;
}

export function createDeviationsService({ commands, tables }: Pick<CaseworkDependencies, 'commands' | 'tables'>): DeviationsService {
  return {
    authorise: async (session, input) => {
      const loaded = await tables.load();
      const [kind, criterion] = [knownKind(input.kind), knownCriterion(input.criterion)];
      return commands.run(
        { actor: session, permission: 'deviations.authorise', action: 'deviation.authorise', reason: input.reason },
        async (change) => {
          const { code } = await requireOpenExhibit(change.read, input.exhibitId);
          change.subject({ type: 'exhibit', id: input.exhibitId, code });
          const { input: evidence, components } = await gatherEvidence(change.read, input.exhibitId, loaded, {
            analystId: '',
            now: change.now,
          });
          if (input.componentId !== null && !components.some(({ id }) => id === input.componentId))
            throw notFound('component', input.componentId);
          const outcomes = evaluateGate(evidence).components.filter(
            ({ componentId }) => input.componentId === null || componentId === input.componentId,
          );
          const blocks = liftable(outcomes, kind, criterion);
          const named = input.referenceLotId === null ? null : await lotScope(change, input.referenceLotId, kind, criterion);
          if (blocks.length === 0 && named === null) throw refused('deviation.nothing-to-lift', { kind, criterion });
          await requireOtherPerson(change, { kind, exhibitId: input.exhibitId, personId: session.personId }, evidence);
          const row = await change.insert('deviation', {
            id: change.newId(),
            exhibit_id: input.exhibitId,
            component_id: input.componentId,
            kind,
            criterion,
            applies_to_json: canonicalText(named ?? scopeOf(kind, blocks, outcomes, evidence.results)),
            reason: input.reason,
            authorised_by: change.actor?.id ?? session.personId,
            authorised_at: change.now,
          });
          const stored = (await deviationsOf(change.read, input.exhibitId)).find(({ id }) => id === row.id);
          if (stored === undefined) throw notFound('deviation', row.id);
          return stored;
        },
      );
    },
  };
}

/**
 * Nobody excuses what they did themselves; only that a sample gave no second aliquot is the analyst's own observation
 * (docs/methods/gate.md, "Ways out").
 *
 * @throws Failure REFUSED `deviation.own-work`
 */
async function requireOtherPerson(
  change: Change,
  { kind, exhibitId, personId }: { readonly kind: DeviationKind; readonly exhibitId: string; readonly personId: string },
  { results }: GateInput,
): Promise<void> {
  if (kind === 'limited-sample') return;
  const worked = results.some(({ analystId, comparedById }) => analystId === personId || comparedById === personId);
  const concluded = await change.read
    .selectFrom('conclusion')
    .select('id')
    .where('exhibit_id', '=', exhibitId)
    .where('drawn_by', '=', personId)
    .executeTakeFirst();
  if (worked || concluded !== undefined) throw refused('deviation.own-work', { kind });
}

/** A lot is named before it is used; every other deviation lifts what stands now. */
async function lotScope(change: Change, id: string, kind: DeviationKind, criterion: string): Promise<DeviationScope> {
  if (kind !== 'requalified-standard' || criterion !== 'reference') throw refused('deviation.lot-of-requalified', { kind });
  const lot = await change.read.selectFrom('reference_lot').select('code').where('id', '=', id).executeTakeFirst();
  if (lot === undefined) throw notFound('lot', id);
  return { lotId: lot.code };
}
