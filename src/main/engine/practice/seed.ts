import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMeasurements } from '../../../core/formats/read';
import { memorySource } from '../../../core/spectrum/byte-source';
import type { CaseworkService } from '../casework/service';
import type { Foundation } from '../foundation';
import { laboratoryRow } from '../laboratory/service';
import type { NewCollection } from '../library/add-collection';
import type { RegistryService } from '../registry/service';
import type { Session } from '../session/access';
import type { SubstancesService } from '../substances/service';
import { readPracticeDocuments } from './documents';
import { type PracticeTimes, practiceTimes } from './moments';
import { Named } from './named';
import { seedBatch } from './seed-batches';
import { receiveCase } from './seed-cases';
import { concludeCase } from './seed-conclusions';
import { seedRegister } from './seed-register';

export type PracticeDependencies = Pick<Foundation, 'read' | 'clock' | 'laboratory' | 'resourcesFolder'> & {
  readonly substances: SubstancesService;
  readonly registry: RegistryService;
  readonly addCollection: (collection: NewCollection) => Promise<string>;
  /** Casework whose file tokens are the paths inside resources/practice. */
  readonly casework: CaseworkService;
};

/** What every part of the seeding needs: who acts, what the keys mean here, and when things happened. */
export interface Seeding extends PracticeDependencies {
  readonly as: (person: string) => Session;
  readonly ids: Named;
  readonly times: PracticeTimes;
}

/** This case is worked to its conclusions, for looking at; the others wait for whoever practises. */
const WORKED_CASE = 'case-parcel';

/**
 * Fills the practice laboratory from resources/practice, through the same services as a person, in the names of its invented people.
 * Does nothing in a laboratory that is not one, or that has been filled.
 */
export async function seedPractice(dependencies: PracticeDependencies): Promise<void> {
  const { read, clock, resourcesFolder } = dependencies;
  if ((await laboratoryRow(read))?.practice !== 1) return;
  if ((await read.selectFrom('customer').select('id').executeTakeFirst()) !== undefined) return;
  const folder = join(resourcesFolder, 'practice');
  const documents = await readPracticeDocuments(folder);
  const people = new Map(
    (await read.selectFrom('person').select(['id', 'sign_in_name']).execute()).map((row) => [row.sign_in_name, row.id]),
  );
  const seeding: Seeding = {
    ...dependencies,
    ids: new Named(),
    times: practiceTimes(clock.now()),
    as: (person) => {
      const personId = people.get(person);
      if (personId === undefined) throw new Error(`nobody is called ${person} in the practice laboratory`);
      return { personId };
    },
  };
  await adoptCriteria(seeding);
  await seedRegister(seeding, documents.laboratory);
  await dependencies.addCollection(await practiceLibrary(folder));
  for (const document of documents.cases) await receiveCase(seeding, document);
  for (const document of documents.batches) await seedBatch(seeding, document);
  for (const document of documents.cases.filter(({ key }) => key === WORKED_CASE)) await concludeCase(seeding, document);
}

/** As a laboratory's head does before the first case: until then every checklist says that nobody has (R10). */
async function adoptCriteria({ as, casework }: Seeding): Promise<void> {
  const head = as('samir');
  const { version, sha256 } = await casework.criteria.get(head);
  await casework.criteria.adopt(head, { version, sha256, note: 'Adopted for the practice laboratory.' });
}

async function practiceLibrary(folder: string): Promise<NewCollection> {
  const name = 'practice-library.msp';
  const bytes = await readFile(join(folder, 'library', name));
  const spectra: NewCollection['spectra'][number][] = [];
  for (const event of readMeasurements(memorySource(name, bytes))) if (event.type === 'spectrum') spectra.push(event.spectrum);
  return {
    name: 'Practice library (invented)',
    kind: 'practice',
    source: 'Invented spectra for practice',
    licence: '',
    version: '1',
    spectra,
  };
}
