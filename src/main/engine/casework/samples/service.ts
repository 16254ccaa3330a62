import { type Sample, sample } from '../../../../contract/casework';
import type { Change } from '../../command/change';
import type { Row } from '../../database/schema';
import { notFound, refused } from '../../failures';
import type { Session } from '../../session/access';
import type { CaseworkDependencies } from '../dependencies';
import { requireOpenExhibit } from '../exhibits/open-exhibit';
import { nextSampleNumber, samplesOf } from './store';
import { mayBeTakenFrom, sampleCode } from './tree';

type NewSample = Omit<Sample, 'id' | 'code' | 'takenAt' | 'takenBy'> & { readonly takenAt: string | null };

export interface SamplesService {
  add(session: Session, input: NewSample): Promise<Sample>;
}

export function createSamplesService({ commands }: Pick<CaseworkDependencies, 'commands'>): SamplesService {
  return {
    add: (session, input) =>
      commands.run({ actor: session, permission: 'casework.do', action: 'sample.add' }, async (change) => {
        const exhibit = await requireOpenExhibit(change.read, input.exhibitId);
        const parent = input.parentId === null ? null : await requireParent(change, input.exhibitId, input.parentId);
        requireSound(input, parent, change.now);
        const number = await nextSampleNumber(change.read, input.exhibitId, input.parentId, input.kind);
        const code = sampleCode(parent?.code ?? exhibit.code, input.kind, number);
        const row = await change.insert('sample', {
          id: change.newId(),
          exhibit_id: input.exhibitId,
          parent_id: input.parentId,
          kind: input.kind,
          number,
          code,
          description: input.description,
          unit_count: input.unitCount,
          mass_ug: input.massMicrograms,
          solvent: input.solvent,
          volume_ul: input.volumeMicrolitres,
          taken_by: change.actor?.id ?? session.personId,
          taken_at: input.takenAt ?? change.now,
        });
        change.subject({ type: 'sample', id: row.id, code });
        const stored = (await samplesOf(change.read, input.exhibitId)).find(({ id }) => id === row.id);
        if (stored === undefined) throw notFound('sample', row.id);
        return stored;
      }),
  };
}

async function requireParent(change: Change, exhibitId: string, id: string): Promise<Row<'sample'>> {
  const parent = await change.read
    .selectFrom('sample')
    .selectAll()
    .where('id', '=', id)
    .where('exhibit_id', '=', exhibitId)
    .executeTakeFirst();
  if (parent === undefined) throw notFound('sample', id);
  return parent;
}

function requireSound(input: NewSample, parent: Row<'sample'> | null, now: string): void {
  if (input.takenAt !== null && input.takenAt > now) throw refused('sample.in-the-future');
  if (parent === null) return;
  if (!mayBeTakenFrom(input.kind, sample.shape.kind.parse(parent.kind))) throw refused('sample.wrong-parent', { parent: parent.code });
  if (parent.mass_ug !== null && input.massMicrograms !== null && input.massMicrograms > parent.mass_ug)
    throw refused('sample.heavier-than-parent', { parent: parent.code });
}
