import type { ColourTest } from '../../../../contract/casework';
import type { ColourTable } from '../../../../core/identification/tables/colour-table';
import { canonicalText } from '../../audit/canonical';
import type { Change } from '../../command/change';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import { type CaseworkDependencies, mayLook } from '../dependencies';
import { requireOpenExhibit } from '../exhibits/open-exhibit';
import { colourTestsOf, methodsOfReagent } from './store';

type NewColourTest = Omit<ColourTest, 'id' | 'sampleCode' | 'methodTitle' | 'analyst' | 'voidedReason'> & {
  readonly methodId: string | null;
};

export interface ReagentOfTable {
  id: string;
  name: string;
  reactions: { substance: string; colour: string; source: string }[];
}

export interface ColourTestsService {
  record(session: Session, input: NewColourTest): Promise<ColourTest>;
  /** What the table says of each reagent. */
  reagents(session: Session): Promise<ReagentOfTable[]>;
}

export function createColourTestsService({ read, commands, tables }: CaseworkDependencies): ColourTestsService {
  return {
    record: async (session, input) => {
      const { colours } = await tables.load();
      return commands.run({ actor: session, permission: 'casework.do', action: 'colour-test.record' }, async (change) => {
        const { code } = await requireOpenExhibit(change.read, input.exhibitId);
        change.subject({ type: 'exhibit', id: input.exhibitId, code });
        await requireSample(change, input);
        if (input.performedAt > change.now) throw refused('colour-test.in-the-future');
        const row = await change.insert('colour_test', {
          id: change.newId(),
          exhibit_id: input.exhibitId,
          sample_id: input.sampleId,
          method_id: await methodFollowed(change, input, colours),
          reagent: input.reagent,
          reagent_lot: input.reagentLot,
          reagent_expires_on: input.reagentExpiresOn,
          positive_control: input.positiveControl,
          blank_control: input.blankControl,
          observed_json: canonicalText(input.observed),
          outcome: input.outcome,
          analyst_id: change.actor?.id ?? session.personId,
          performed_at: input.performedAt,
          voided_at: null,
          voided_reason: null,
        });
        const stored = (await colourTestsOf(change.read, input.exhibitId)).find(({ id }) => id === row.id);
        if (stored === undefined) throw notFound('colour-test', row.id);
        return stored;
      });
    },
    reagents: async (session) => {
      await mayLook(read, session);
      const { colours } = await tables.load();
      return colours.reagents.map(({ id, name }) => ({
        id,
        name,
        reactions: colours.reactions
          .filter(({ reagent }) => reagent === id)
          .map(({ substance, colour, source }) => ({ substance, colour, source })),
      }));
    },
  };
}

async function requireSample(change: Change, { sampleId, exhibitId }: NewColourTest): Promise<void> {
  const sample = await change.read.selectFrom('sample').select('exhibit_id').where('id', '=', sampleId).executeTakeFirst();
  if (sample?.exhibit_id !== exhibitId) throw notFound('sample', sampleId);
}

/** The method named, or the one in force whose title names the reagent when there is exactly one; else none is on record. */
async function methodFollowed(change: Change, { methodId, reagent }: NewColourTest, colours: ColourTable): Promise<string | null> {
  if (methodId === null) {
    const name = colours.reagents.find(({ id }) => id === reagent)?.name ?? reagent;
    const found = await methodsOfReagent(change.read, name);
    return found.length === 1 ? (found[0] ?? null) : null;
  }
  const method = await change.read.selectFrom('method').select(['kind', 'code']).where('id', '=', methodId).executeTakeFirst();
  if (method === undefined) throw notFound('method', methodId);
  if (method.kind !== 'colour') throw refused('colour-test.not-a-colour-method', { code: method.code });
  return methodId;
}
