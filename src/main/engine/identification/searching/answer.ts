import type BetterSqlite3 from 'better-sqlite3';
import type { SearchedCollection } from './collections';
import { searchEi } from './ei-search';
import { searchEnergies } from './energies-search';
import { createEnergyEntries, type EnergyEntries } from './energy-entries';
import type { QueryOf } from './family-query';
import { INDEX_KINDS } from './kinds';
import { searchMixture } from './mixture-search';
import { partFileName, readPartFile, removeOtherPartFiles, writePartFile } from './part-file';
import type { Part, PartState } from './parts';
import { createReferencePeaks, type ReferencePeaks } from './reference-peaks';
import type { FamilyAnswer, ReferenceCount, SearchAnswers, SearchQuery, SearchRequest } from './search-messages';
import { searchTandem } from './tandem-search';
import { createThreadLibrary, type ThreadLibrary } from './thread-library';
import { traceSettings } from './trace-kind';
import { searchTrace } from './trace-search';

/** What a search thread is: its own connection to the laboratory file, its part of the library, and its answers. */
export interface SearchThread {
  readonly library: ThreadLibrary;
  answer(request: SearchRequest): SearchAnswers[keyof SearchAnswers];
}

interface SearchParts {
  readonly library: ThreadLibrary;
  readonly references: ReferencePeaks;
  readonly energies: EnergyEntries;
}

export function createSearchThread(handle: BetterSqlite3.Database, indexFolder: string): SearchThread {
  const library = createThreadLibrary(handle);
  const filed = (part: Part) => ({ ...part, version: INDEX_KINDS[part.family].version });
  const counted = handle.prepare<[number, string, number], ReferenceCount>(
    `SELECT technique, ionisation, ms_level AS msLevel, count(*) AS count FROM reference_spectrum
     WHERE import_key = ? AND key NOT IN (SELECT spectrum_key FROM withdrawn_spectrum WHERE collection_id = ? AND place < ?)
     GROUP BY technique, ionisation, ms_level`,
  );

  const parts: SearchParts = { library, references: createReferencePeaks(handle), energies: createEnergyEntries(handle) };
  const timed = (task: () => FamilyAnswer): SearchAnswers['search'] => {
    const began = performance.now();
    return { ...task(), milliseconds: performance.now() - began };
  };

  return {
    library,
    answer: (request) => {
      switch (request.kind) {
        case 'read-part': {
          // Prepared traces are kept in no file: there are as many ways to prepare them as people choose.
          if (request.part.settings !== '') return { unusable: 'absent', steps: library.rows.steps(request.part) };
          const read = readPartFile<PartState>(indexFolder, filed(request.part));
          return 'state' in read ? read : { ...read, steps: library.rows.steps(request.part) };
        }
        case 'build-step':
          return library.build(request.part, request.from, request.to);
        case 'join-steps':
          return library.join(request.part, request.steps);
        case 'write-part':
          writePartFile(indexFolder, filed(request.part), request.state);
          return null;
        case 'keep-files':
          removeOtherPartFiles(indexFolder, request.parts.map(partFileName));
          return null;
        case 'count':
          return request.collections.flatMap(({ importKey, collectionId, withdrawn }: SearchedCollection) =>
            counted.all(importKey, collectionId, withdrawn),
          );
        case 'search':
          return timed(() => searched(parts, request.query));
      }
    },
  };
}

function searched(parts: SearchParts, { asked, collections, filter, top }: SearchQuery): FamilyAnswer {
  const { library, references } = parts;
  switch (asked.family) {
    case 'ei':
      return { hits: searchEi(library.shelves({ family: 'ei', settings: '' }, collections, filter), asked, top), judgement: {} };
    case 'tandem': {
      const shelves = library.shelves({ family: 'tandem', settings: '' }, collections, filter);
      return { hits: searchTandem(shelves, asked, top, references), judgement: {} };
    }
    case 'trace':
      return searchTrace(library.shelves(tracesOf(asked), collections, filter), asked, top);
    case 'mixture':
      return searchMixture(library.shelves(tracesOf(asked), collections, filter), asked, top);
    case 'energies':
      return searchEnergies(parts.energies.entries(collections, filter), asked, top);
  }
}

const tracesOf = ({ preparation }: QueryOf<'trace' | 'mixture'>) => ({ family: 'trace', settings: traceSettings(preparation) }) as const;
