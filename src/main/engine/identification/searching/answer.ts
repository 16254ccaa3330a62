import type BetterSqlite3 from 'better-sqlite3';
import type { SearchedCollection } from './collections';
import { searchEi } from './ei-search';
import { INDEX_KINDS } from './kinds';
import { partFileName, readPartFile, removeOtherPartFiles, writePartFile } from './part-file';
import type { Part, PartState } from './parts';
import type { ReferenceCount, SearchAnswers, SearchQuery, SearchRequest } from './search-messages';
import { createThreadLibrary, type ThreadLibrary } from './thread-library';

/** What a search thread is: its own connection to the laboratory file, its part of the library, and its answers. */
export interface SearchThread {
  readonly library: ThreadLibrary;
  answer(request: SearchRequest): SearchAnswers[keyof SearchAnswers];
}

export function createSearchThread(handle: BetterSqlite3.Database, indexFolder: string): SearchThread {
  const library = createThreadLibrary(handle);
  const filed = (part: Part) => ({ ...part, version: INDEX_KINDS[part.family].version });
  const counted = handle.prepare<[number, string, number], ReferenceCount>(
    `SELECT technique, ionisation, ms_level AS msLevel, count(*) AS count FROM reference_spectrum
     WHERE import_key = ? AND key NOT IN (SELECT spectrum_key FROM withdrawn_spectrum WHERE collection_id = ? AND place < ?)
     GROUP BY technique, ionisation, ms_level`,
  );

  return {
    library,
    answer: (request) => {
      switch (request.kind) {
        case 'read-part': {
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
          return searched(library, request.query);
      }
    },
  };
}

function searched(library: ThreadLibrary, { asked, collections, filter, top }: SearchQuery): SearchAnswers['search'] {
  const began = performance.now();
  const hits = searchEi(library.shelves('ei', collections, filter), asked, top);
  return { hits, judgement: {}, milliseconds: performance.now() - began };
}
