import type BetterSqlite3 from 'better-sqlite3';
import { createHeldEntries, type HeldEntries } from '../evidence/held-entries';
import { weighCandidate } from '../evidence/weigh-candidate';
import { weighSubstances } from '../evidence/weigh-substances';
import { searchAliquot } from './aliquot-search';
import type { SearchedCollection } from './collections';
import { searchEi } from './ei-search';
import { searchEnergies } from './energies-search';
import { createEnergyEntries, type EnergyEntries } from './energy-entries';
import type { QueryOf } from './family-query';
import { searchHybrid } from './hybrid-search';
import { INDEX_KINDS } from './kinds';
import { searchMixture } from './mixture-search';
import { partFileName, readPartFile, removeOtherPartFiles, writePartFile } from './part-file';
import type { Part, PartState } from './parts';
import { createReferenceRecords, type ReferenceRecords } from './reference-records';
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
  readonly records: ReferenceRecords;
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

  const parts: SearchParts = { library, records: createReferenceRecords(handle), energies: createEnergyEntries(handle) };
  let held: HeldEntries | undefined;
  const entries = () => {
    held ??= createHeldEntries(handle);
    return held;
  };
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
        case 'weigh-candidate':
          return weighCandidate({ entries: entries(), records: parts.records }, request.question);
        case 'weigh-substances':
          return weighSubstances(entries(), request.question);
      }
    },
  };
}

function searched(parts: SearchParts, { asked, collections, filter, top }: SearchQuery): FamilyAnswer {
  const { library, records } = parts;
  switch (asked.family) {
    case 'ei':
      return ofElectronIonisation(parts, asked, { collections, filter, top });
    case 'tandem': {
      const shelves = library.shelves({ family: 'tandem', settings: '' }, collections, filter);
      return { hits: searchTandem(shelves, asked, top, records), judgement: {} };
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

function ofElectronIonisation(
  { library, records }: SearchParts,
  asked: QueryOf<'ei'>,
  { collections, filter, top }: Pick<SearchQuery, 'collections' | 'filter' | 'top'>,
): FamilyAnswer {
  const { score } = asked.method;
  const ei = library.shelves({ family: 'ei', settings: '' }, collections, filter);
  if (score === 'ei-aliquot') return searchAliquot(ei, asked, top, records);
  if (score === 'ei-hybrid' || score === 'ei-neutral-loss') {
    const hybrid = library.shelves({ family: 'hybrid', settings: '' }, collections, filter);
    return searchHybrid({ ei, hybrid }, asked, top, records, score);
  }
  return { hits: searchEi(ei, asked, top), judgement: {} };
}
