import type { Change } from '../command/change';
import type { Commands } from '../command/commands';
import type { Readable } from '../database/schema';
import type { NewCollection } from '../library/add-collection';
import { seedNames, seedSubstances } from './seed-substances';
import { readShippedFile, type ShippedFile } from './shipped-file';
import { controlList, starterIons, substanceNames } from './shipped-tables';
import { starterSpectra } from './starter-spectra';

interface Dependencies {
  readonly read: Readable;
  readonly commands: Commands;
  readonly resourcesFolder: string;
  readonly addCollection: (collection: NewCollection) => Promise<string>;
}

/** Folders under resources/, and the names of their rows in `shipped_table`. */
export const SHIPPED_CONTROL_LIST = 'control-list';
const SHIPPED_NAMES = 'substance-names';
const SHIPPED_STARTER_IONS = 'starter-ions';

/**
 * Gives a laboratory that has none its first reference data: substances with control intervals and names, and the starter list of
 * ions. Every row is audited and from then on the laboratory's own; a table that it holds is never taken again.
 */
export async function seedReferenceData({ read, commands, resourcesFolder, addCollection }: Dependencies): Promise<void> {
  const held = new Set((await read.selectFrom('shipped_table').select('name').execute()).map(({ name }) => name));
  if (held.has(SHIPPED_CONTROL_LIST) && held.has(SHIPPED_NAMES) && held.has(SHIPPED_STARTER_IONS)) return;
  const list = await readShippedFile(resourcesFolder, ['control-list', 'international-control.json'], controlList);
  const names = await readShippedFile(resourcesFolder, ['substance-names', 'names.json'], substanceNames);
  const starter = await readShippedFile(resourcesFolder, ['starter-ions', 'principal-ei-ions.json'], starterIons);

  if (!held.has(SHIPPED_CONTROL_LIST))
    await commands.run(
      { actor: null, permission: null, action: 'reference-data.take', subject: { type: 'shipped_table', id: SHIPPED_CONTROL_LIST } },
      async (change) => {
        const seeded = await seedSubstances(change, list.content, starter.content);
        await seedNames(change, names.content, seeded);
        await recordTable(change, SHIPPED_CONTROL_LIST, list);
        await recordTable(change, SHIPPED_NAMES, names);
      },
    );
  if (!held.has(SHIPPED_STARTER_IONS)) {
    const { title, version, statement } = starter.content;
    const spectra = starterSpectra(starter.content);
    const there = await read.selectFrom('collection').select('id').where('kind', '=', 'starter').executeTakeFirst();
    if (there === undefined) await addCollection({ name: title, kind: 'starter', source: statement, licence: '', version, spectra });
    await commands.run(
      { actor: null, permission: null, action: 'reference-data.take', subject: { type: 'shipped_table', id: SHIPPED_STARTER_IONS } },
      (change) => recordTable(change, SHIPPED_STARTER_IONS, starter),
    );
  }
}

interface Shipped {
  readonly title: string;
  readonly version: string;
  readonly date: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly rows: readonly unknown[];
}

async function recordTable(change: Change, folder: string, { content, sha256 }: ShippedFile<Shipped>): Promise<void> {
  await change.insert('shipped_table', {
    id: change.newId(),
    name: folder,
    title: content.title,
    version: content.version,
    dated: content.date,
    sources_json: JSON.stringify(content.sources),
    rows: content.rows.length,
    sha256,
    taken_at: change.now,
  });
}
