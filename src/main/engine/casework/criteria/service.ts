import type { CriteriaEdition } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';
import { refused } from '../../failures';
import { requireActor, type Session } from '../../session/access';
import type { CaseworkDependencies } from '../dependencies';
import type { LoadedTables } from '../tables/reference-tables';
import { adoptionOf } from './store';

interface Adopting {
  readonly version: string;
  readonly sha256: string;
  readonly note: string;
}

export interface CriteriaService {
  get(session: Session): Promise<CriteriaEdition>;
  /**
   * Takes the shipped edition as the laboratory's own (R10).
   *
   * @throws Failure REFUSED `criteria.changed` when these are not the tables the person saw, `criteria.adopted-already`
   */
  adopt(session: Session, input: Adopting): Promise<CriteriaEdition>;
}

export function createCriteriaService({
  read,
  commands,
  tables,
}: Pick<CaseworkDependencies, 'read' | 'commands' | 'tables'>): CriteriaService {
  return {
    get: async (session) => {
      await requireActor(read, session, null);
      return editionOf(read, await tables.load());
    },
    adopt: async (session, { version, sha256, note }) => {
      const loaded = await tables.load();
      return commands.run({ actor: session, permission: 'criteria.adopt', action: 'criteria.adopt', reason: note }, async (change) => {
        const shipped = loaded.criteria.version;
        if (version !== shipped.id || sha256 !== loaded.criteriaSha256) throw refused('criteria.changed', { version: shipped.id });
        if ((await adoptionOf(change.read, loaded)) !== null) throw refused('criteria.adopted-already', { version });
        const { id } = await change.insert('criteria_adoption', {
          id: change.newId(),
          version,
          edition: shipped.edition,
          criteria_sha256: sha256,
          adopted_by: change.actor?.id ?? session.personId,
          adopted_at: change.now,
          note,
        });
        change.subject({ type: 'criteria', id, code: version });
        return editionOf(change.read, loaded);
      });
    },
  };
}

async function editionOf(read: Readable, loaded: LoadedTables): Promise<CriteriaEdition> {
  const { version, techniques } = loaded.criteria;
  return {
    version: version.id,
    edition: version.edition,
    issuedOn: version.issuedOn,
    sha256: loaded.criteriaSha256,
    sources: { ...loaded.sources },
    techniques: techniques.map(({ id, category, source, flag }) => ({ id, category, source, flag })),
    adopted: await adoptionOf(read, loaded),
  };
}
