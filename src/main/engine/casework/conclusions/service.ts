import type { Conclusion } from '../../../../contract/casework';
import { canonicalText } from '../../audit/canonical';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import { judge } from '../checklist/checklist';
import type { CaseworkDependencies } from '../dependencies';
import { gatherEvidence } from '../evidence/gather';
import { requireOpenExhibit } from '../exhibits/open-exhibit';
import { conclusionsOf } from './store';

interface Drawing {
  readonly exhibitId: string;
  readonly componentId: string;
  readonly expectedLevel: string;
  readonly note: string;
}

export interface ConclusionsService {
  /** Judges again inside the change and keeps evidence and outcome; a new conclusion supersedes the one before and leaves it as it was. */
  draw(session: Session, input: Drawing): Promise<Conclusion>;
}

export function createConclusionsService({ commands, tables }: Pick<CaseworkDependencies, 'commands' | 'tables'>): ConclusionsService {
  return {
    draw: async (session, { exhibitId, componentId, expectedLevel, note }) => {
      const loaded = await tables.load();
      return commands.run({ actor: session, permission: 'conclusions.draw', action: 'conclusion.draw' }, async (change) => {
        const { code } = await requireOpenExhibit(change.read, exhibitId);
        change.subject({ type: 'exhibit', id: exhibitId, code });
        const evidence = await gatherEvidence(change.read, exhibitId, loaded, { analystId: session.personId, now: change.now });
        const { outcome, components } = judge(evidence);
        const component = components.find(({ checklist }) => checklist.componentId === componentId);
        if (component === undefined) throw notFound('component', componentId);
        const { checklist } = component;
        if (checklist.level !== expectedLevel) {
          const others = judge({ ...evidence, input: { ...evidence.input, people: { analystId: '' } } }).components;
          // The level a person saw may rest on a deviation that the same person authorised.
          const own = others.some((one) => one.checklist.componentId === componentId && one.checklist.level === expectedLevel);
          if (own) throw refused('conclusion.own-deviation', { expected: expectedLevel, now: checklist.level });
          throw refused('conclusion.changed', { expected: expectedLevel, now: checklist.level });
        }
        if (checklist.level === 'not-tested') throw refused('conclusion.nothing-tested');
        const before = (await conclusionsOf(change.read, exhibitId)).find(
          (one) => one.componentId === componentId && one.supersededById === null,
        );
        const { tables: judgedBy, ...input } = evidence.input;
        const row = await change.insert('conclusion', {
          id: change.newId(),
          exhibit_id: exhibitId,
          component_id: componentId,
          substance_id: checklist.substanceId,
          level: checklist.level,
          // The tables are named by their hash: they ship with the program and are kept in its history.
          evidence_json: canonicalText({ input, outcome, criteria: { version: judgedBy.version, sha256: loaded.criteriaSha256 } }),
          checklist_json: canonicalText(checklist),
          criteria_version: loaded.criteria.version.id,
          note,
          drawn_by: change.actor?.id ?? session.personId,
          drawn_at: change.now,
          supersedes_id: before?.id ?? null,
        });
        const stored = (await conclusionsOf(change.read, exhibitId)).find(({ id }) => id === row.id);
        if (stored === undefined) throw notFound('conclusion', row.id);
        return stored;
      });
    },
  };
}
