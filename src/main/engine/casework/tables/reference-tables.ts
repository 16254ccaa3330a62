import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ColourTable, parseColourTable } from '../../../../core/identification/tables/colour-table';
import type { CriteriaTables } from '../../../../core/identification/tables/criteria-tables';
import { parseCriteria } from '../../../../core/identification/tables/parse-criteria';
import { canonicalText } from '../../audit/canonical';
import { sha256 } from '../../audit/event';

export interface LoadedTables {
  readonly criteria: CriteriaTables;
  /** SHA-256 of the canonical text of the criteria: kept with every conclusion, so that it is known what it was judged by. */
  readonly criteriaSha256: string;
  /** What the short names of sources in the rows stand for. */
  readonly sources: Readonly<Record<string, string>>;
  readonly colours: ColourTable;
}

const withSources = z.object({ sources: z.record(z.string(), z.string()) });

/** The shipped criteria and colour reactions, read and checked once. */
export interface ReferenceTables {
  /** @throws Error naming every fault of the files: they ship with the program, so a fault is a broken installation */
  load(): Promise<LoadedTables>;
}

export function createReferenceTables(resourcesFolder: string): ReferenceTables {
  let loaded: Promise<LoadedTables> | null = null;
  const json = async (...path: readonly string[]): Promise<unknown> => JSON.parse(await readFile(join(resourcesFolder, ...path), 'utf8'));

  async function load(): Promise<LoadedTables> {
    const [techniques, artefacts, isomerGroups, substances, colourFile] = await Promise.all([
      json('criteria', 'techniques.json'),
      json('criteria', 'artefacts.json'),
      json('criteria', 'isomer-groups.json'),
      json('criteria', 'substances.json'),
      json('colour-tests', 'colour-tests.json'),
    ]);
    const criteria = parseCriteria({ techniques, artefacts, isomerGroups, substances });
    const colours = parseColourTable(colourFile);
    if (!criteria.ok) throw new Error(`the criteria tables are faulty: ${JSON.stringify(criteria.faults)}`);
    if (!colours.ok) throw new Error(`the colour table is faulty: ${JSON.stringify(colours.faults)}`);
    return {
      criteria: criteria.tables,
      criteriaSha256: sha256(canonicalText(criteria.tables)),
      sources: withSources.parse(techniques).sources,
      colours: colours.table,
    };
  }

  return {
    load: () => {
      loaded ??= load().catch((error: unknown) => {
        loaded = null;
        throw error;
      });
      return loaded;
    },
  };
}
