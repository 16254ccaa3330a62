import type { ControlInterval, Substance, SubstanceSummary } from '../../../contract/substances';
import { type ControlStatus, statusOn } from '../../../core/control/status';
import { foldedKey } from '../../../core/names/folded-key';
import type { Change } from '../command/change';
import type { Readable, Row } from '../database/schema';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { requireActor, type Session } from '../session/access';
import { type ControlService, createControlService } from './control';
import { identityColumns, type StatedIdentity } from './identity';
import {
  asConfidence,
  asControl,
  asNames,
  asSummary,
  controlsOf,
  findByIdentifiers,
  findSubstance,
  namesOf,
  searchSubstances,
} from './store';

export interface NewSubstance extends StatedIdentity {
  readonly preferredName: string;
  readonly substanceClass: string;
  readonly note: string;
}

export interface SubstanceEdit extends Omit<NewSubstance, 'inchikey'> {
  readonly id: string;
  readonly rowVersion: number;
  readonly reason: string;
}

export interface Identifiers {
  readonly inchikey: string | null;
  readonly cas: string | null;
}

/** What a substance is under each convention on a day. */
export interface StatusOnDay {
  readonly convention: string;
  readonly schedule: string;
  readonly status: ControlStatus;
}

export interface SubstancesService {
  search(
    session: Session,
    page: { readonly text: string; readonly offset: number; readonly limit: number },
  ): Promise<{ items: SubstanceSummary[]; total: number }>;
  get(session: Session, id: string): Promise<Substance>;
  create(session: Session, substance: NewSubstance): Promise<Substance>;
  update(session: Session, edit: SubstanceEdit): Promise<Substance>;
  addName(session: Session, name: { readonly substanceId: string; readonly language: string; readonly name: string }): Promise<Substance>;
  readonly control: ControlService;
  /** For other domains; no session is asked for. */
  readonly lookUp: {
    /** The laboratory's substance with these identifiers; null when there is none or the identifiers do not decide. */
    idOf(identifiers: Identifiers): Promise<string | null>;
    row(id: string): Promise<{
      readonly id: string;
      readonly preferredName: string;
      readonly substanceClass: string;
      readonly smiles: string | null;
      readonly inchikey: string | null;
      readonly cas: string | null;
      readonly formula: string | null;
    }>;
    names(id: string): Promise<Substance['names']>;
    controls(id: string): Promise<ControlInterval[]>;
    /** Identifiers of the substances that go by what was typed, in any language. */
    identifiersNamed(text: string): Promise<{ readonly inchikeys: readonly string[]; readonly cas: readonly string[] }>;
  };
}

type Dependencies = Pick<Foundation, 'read' | 'commands' | 'clock'> & {
  /** How many reference spectra and reference lots show a substance. */
  readonly countSpectra: (identifiers: Identifiers) => Promise<number>;
  readonly countLots: (substanceId: string) => Promise<number>;
};

export function createSubstancesService({ read, commands, clock, countSpectra, countLots }: Dependencies): SubstancesService {
  async function shown(id: string, language: string): Promise<Substance> {
    const row = await findSubstance(read, id);
    if (row === undefined) throw notFound('substance', id);
    const names = await namesOf(read, [id]);
    return {
      ...asSummary(row, names, language),
      rowVersion: row.row_version,
      smiles: row.smiles,
      monoisotopicMass: row.monoisotopic_mass,
      source: row.source,
      confidence: asConfidence(row.confidence),
      note: row.note,
      names: asNames(names),
      controls: (await controlsOf(read, id)).map(asControl),
      referenceSpectra: await countSpectra(row),
      referenceLots: await countLots(id),
    };
  }

  return {
    search: async (session, page) => {
      const language = await languageOf(read, session);
      const { rows, total } = await searchSubstances(read, page);
      const names = await namesOf(
        read,
        rows.map(({ id }) => id),
      );
      return { items: rows.map((row) => asSummary(row, names, language)), total };
    },
    get: async (session, id) => shown(id, await languageOf(read, session)),
    create: async (session, substance) => {
      await requireActor(read, session, 'substances.edit');
      const identity = await identityColumns(substance);
      const id = await commands.run({ actor: session, permission: 'substances.edit', action: 'substance.create' }, async (change) => {
        const row = await change.insert('substance', {
          id: change.newId(),
          preferred_name: substance.preferredName,
          substance_class: substance.substanceClass,
          ...identity,
          source: '',
          confidence: 'laboratory',
          shipped_key: null,
          note: substance.note,
          created_at: change.now,
        });
        await change.insert('substance_name', nameRow(change.newId(), row.id, 'en', substance.preferredName, 'preferred'));
        change.subject({ type: 'substance', id: row.id });
        return row.id;
      });
      return shown(id, await languageOf(read, session));
    },
    update: async (session, { id, rowVersion, reason, ...edit }) => {
      await requireActor(read, session, 'substances.edit');
      const old = await findSubstance(read, id);
      if (old === undefined) throw notFound('substance', id);
      const sameStructure = edit.smiles.trim() === (old.smiles ?? '');
      // What was computed from a structure stays while the structure does.
      const identity = await identityColumns({ cas: edit.cas, smiles: sameStructure ? '' : edit.smiles, inchikey: '' });
      const columns = sameStructure ? { cas: identity.cas } : identity;
      await commands.run(
        { actor: session, permission: 'substances.edit', action: 'substance.update', reason, subject: { type: 'substance', id } },
        async (change) => {
          const identified = edit.preferredName === old.preferred_name && identity.cas === old.cas && sameStructure;
          if (identity.cas !== old.cas || !sameStructure) await requireNotConcluded(change.read, old);
          // A row was compared with the list under what the substance was called then.
          if (!identified) await forgetVerification(change, id);
          const preferred = { preferred_name: edit.preferredName, substance_class: edit.substanceClass, note: edit.note };
          await change.update('substance', id, rowVersion, { ...preferred, ...columns });
          const name = (await namesOf(change.read, [id])).find((row) => row.kind === 'preferred' && row.name === old.preferred_name);
          if (name !== undefined && edit.preferredName !== old.preferred_name)
            await change.update('substance_name', name.id, null, { name: edit.preferredName, folded: foldedKey(edit.preferredName) });
        },
      );
      return shown(id, await languageOf(read, session));
    },
    addName: async (session, { substanceId, language, name }) => {
      const subject = { type: 'substance', id: substanceId };
      await commands.run({ actor: session, permission: 'substances.edit', action: 'substance.add-name', subject }, async (change) => {
        if ((await findSubstance(change.read, substanceId)) === undefined) throw notFound('substance', substanceId);
        await change.insert('substance_name', nameRow(change.newId(), substanceId, language, name, 'synonym'));
      });
      return shown(substanceId, await languageOf(read, session));
    },
    control: createControlService({ read, commands, clock }),
    lookUp: {
      idOf: async (identifiers) => (await findByIdentifiers(read, identifiers))?.id ?? null,
      row: async (id) => {
        const row = await findSubstance(read, id);
        if (row === undefined) throw notFound('substance', id);
        const { preferred_name: preferredName, substance_class: substanceClass, smiles, inchikey, cas, formula } = row;
        return { id, preferredName, substanceClass, smiles, inchikey, cas, formula };
      },
      names: async (id) => asNames(await namesOf(read, [id])),
      controls: async (id) => (await controlsOf(read, id)).map(asControl),
      identifiersNamed: async (text) => {
        const { rows } = await searchSubstances(read, { text, offset: 0, limit: MOST_NAMED });
        return {
          inchikeys: rows.flatMap(({ inchikey }) => (inchikey === null ? [] : [inchikey])),
          cas: rows.flatMap(({ cas }) => (cas === null ? [] : [cas])),
        };
      },
    },
  };
}

/** More substances than these under one text are no search for one of them. */
const MOST_NAMED = 50;

/** What a conclusion names stays what it was. @throws Failure REFUSED `substance.concluded` */
async function requireNotConcluded(read: Readable, { id, preferred_name: substance }: Row<'substance'>): Promise<void> {
  const concluded = await read.selectFrom('conclusion').select('id').where('substance_id', '=', id).executeTakeFirst();
  if (concluded !== undefined) throw refused('substance.concluded', { substance });
}

async function forgetVerification(change: Change, substanceId: string): Promise<void> {
  const verified = await change.read
    .selectFrom('control_interval')
    .select('id')
    .where('substance_id', '=', substanceId)
    .where('verified_at', 'is not', null)
    .execute();
  for (const { id } of verified)
    await change.update('control_interval', id, null, { verified_by: null, verified_at: null, verified_against: null });
}

/** The status of each schedule on a day. */
export function statusesOn(controls: readonly ControlInterval[], day: string): StatusOnDay[] {
  return controls.map((interval) => ({ convention: interval.convention, schedule: interval.schedule, status: statusOn(interval, day) }));
}

async function languageOf(read: Readable, session: Session): Promise<string> {
  const { id } = await requireActor(read, session, null);
  const person = await read.selectFrom('person').select('language').where('id', '=', id).executeTakeFirstOrThrow();
  return person.language;
}

const nameRow = (id: string, substanceId: string, language: string, name: string, kind: 'preferred' | 'synonym') => ({
  id,
  substance_id: substanceId,
  language,
  name,
  folded: foldedKey(name),
  kind,
  source: '',
});
