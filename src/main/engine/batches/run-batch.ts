import type { Message } from '../../../contract/base';
import type { Candidate, SearchFilters } from '../../../contract/identify';
import type { QuerySource } from '../../../contract/search-method';
import { substanceGap } from '../../../core/search/evidence/substance-gap';
import { failureMessage } from '../failure-message';
import { Failure } from '../failures';
import type { Foundation } from '../foundation';
import type { FoundSearch, Searcher } from '../identification/searcher';
import type { Unknown, UnknownPeaks } from '../identification/unknown';
import { bytesOfNumbers } from '../peak-bytes';
import type { Session } from '../session/access';
import type { ComponentColumns, FoundColumns } from './store';

/** One unknown of a batch, before it is searched. */
export interface BatchItem {
  readonly row: number;
  readonly query: QuerySource;
  /** Of a run's component: what is kept with its row. */
  readonly component: { readonly columns: ComponentColumns; readonly unknown: UnknownPeaks } | null;
}

interface Searched extends BatchItem {
  readonly name: string;
  readonly found: FoundSearch | null;
  readonly warnings: readonly Message[];
  readonly failure: Message | null;
}

export interface BatchRun {
  readonly batchId: string;
  readonly session: Session;
  readonly filters: SearchFilters;
  readonly exhibitId: string | null;
  readonly signal: AbortSignal;
  readonly onDone: (rows: number) => void;
}

type Dependencies = Pick<Foundation, 'commands' | 'log' | 'ids'> & { readonly searcher: Searcher };

const CANDIDATES = 20;
/** Searches under way at a time: enough to keep every search thread busy. */
const AT_A_TIME = 8;

/** Searches unknown after unknown, each by the method its data speak for, and records them in their order, a stretch of rows in each change. */
export async function runBatch(
  dependencies: Dependencies,
  items: readonly BatchItem[],
  run: BatchRun,
): Promise<{ readonly done: number; readonly refused: number }> {
  let refused = 0;
  for (let at = 0; at < items.length; at += AT_A_TIME) {
    run.signal.throwIfAborted();
    const searched = await Promise.all(items.slice(at, at + AT_A_TIME).map((item) => searchOne(dependencies, item, run.filters)));
    run.signal.throwIfAborted();
    await record(dependencies, searched, run);
    refused += searched.filter(({ failure }) => failure !== null).length;
    run.onDone(Math.min(items.length, at + AT_A_TIME));
  }
  return { done: items.length - refused, refused };
}

async function searchOne({ searcher, log, ids }: Dependencies, item: BatchItem, filters: SearchFilters): Promise<Searched> {
  let unknown: Unknown | undefined;
  try {
    unknown = item.component?.unknown ?? (await searcher.unknown(item.query));
    const { warnings, offers } = await searcher.describe(unknown);
    const [offer] = offers;
    if (offer === undefined) return { ...item, name: unknown.name, found: null, warnings: [], failure: warnings[0] ?? NO_METHOD };
    const found = await searcher.find(unknown, { method: offer.method, top: CANDIDATES, filters, priority: 'background' });
    return { ...item, name: unknown.name, found, warnings: found.judgement.warnings, failure: null };
  } catch (error) {
    // One unknown that cannot be searched is told in its row, and the rest goes on; what nobody expected ends the batch.
    if (!(error instanceof Failure) || error.code === 'STORAGE') throw error;
    return { ...item, name: unknown?.name ?? '', found: null, warnings: [], failure: failureMessage(error, log, ids) };
  }
}

const NO_METHOD: Message = { code: 'no-method', params: {} };

async function record(
  { searcher, commands }: Dependencies,
  searched: readonly Searched[],
  { batchId, session, exhibitId }: BatchRun,
): Promise<void> {
  await commands.run({ actor: session, permission: 'identify.search', action: 'identify.batch-rows' }, async (change) => {
    for (const { row, query, name, component, found, warnings, failure } of searched) {
      const searchId = found === null ? null : await searcher.record(change, found, { query, exhibitId });
      await change.insert('search_batch_row', {
        id: change.newId(),
        batch_id: batchId,
        row,
        name,
        query_json: JSON.stringify(query),
        component_json: component === null ? null : JSON.stringify(component.columns),
        mz: component === null ? null : bytesOfNumbers(component.unknown.mz),
        intensity: component === null ? null : bytesOfNumbers(component.unknown.intensity),
        search_id: searchId,
        found_json: found === null ? null : JSON.stringify(foundColumns(found)),
        warnings_json: JSON.stringify(warnings),
        failure_json: failure === null ? null : JSON.stringify(failure),
      });
    }
    change.subject({ type: 'search_batch', id: batchId });
  });
}

function foundColumns({ candidates, algorithm }: FoundSearch): FoundColumns {
  const [first] = candidates;
  const gap = substanceGap(candidates.map((candidate) => ({ substance: substanceOf(candidate), score: candidate.score })));
  const next = gap?.next === undefined ? undefined : candidates[gap.next.rank - 1];
  return { score: algorithm.score, first: named(first), next: named(next) };
}

/** A whole InChIKey decides, then a CAS number, then the name. */
function substanceOf({ inchikey, cas, name }: Candidate): string {
  return inchikey ?? cas ?? name.toLowerCase();
}

function named(candidate: Candidate | undefined): FoundColumns['first'] {
  if (candidate === undefined) return null;
  const { name, spectrumKey, score, retentionIndex } = candidate;
  return { name, spectrumKey, score, retentionIndex };
}
