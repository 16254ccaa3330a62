import type { ReportLanguage } from '../../../../contract/base';
import type { CandidateCard, StoredSearch } from '../../../../contract/identify';
import type { Foundation } from '../../foundation';
import type { DrawnReport } from '../../reports/draw-report';
import { saveWhereChosen } from '../../save-dialog';
import { runThreadTask } from '../../thread-task';
import type { MixtureFit } from '../fit';
import { fileNameOf, letterhead, type PaperRequest } from './paper';
import { plainJson, searchCsv } from './search-table';

export interface SaveSearch {
  readonly searchId: string;
  readonly rank: number;
  readonly format: 'csv' | 'json' | 'pdf';
  readonly language: ReportLanguage;
}

type Dependencies = Pick<Foundation, 'read' | 'shell' | 'threads' | 'version'>;

interface Parts {
  readonly search: StoredSearch;
  /** Asked for only where they are drawn. */
  readonly card: () => Promise<CandidateCard | null>;
  readonly fit: () => Promise<MixtureFit | null>;
}

/** @returns where it was saved, null when the person closed the dialog */
export async function saveSearch(
  dependencies: Dependencies,
  { format, language }: SaveSearch,
  parts: Parts,
): Promise<{ path: string } | null> {
  const { shell, version } = dependencies;
  const { search } = parts;
  const bytes = async function* bytes(): AsyncGenerator<Uint8Array | string> {
    switch (format) {
      case 'csv':
        yield* searchCsv(search);
        return;
      case 'json':
        yield plainJson({ program: 'Aliquot', version, search });
        return;
      case 'pdf': {
        const head = await letterhead(dependencies.read, language, version);
        yield await drawn(dependencies, { paper: 'search', ...head, search, card: await parts.card(), fit: await parts.fit() });
      }
    }
  };
  const path = await saveWhereChosen(shell, { suggestedName: `${fileNameOf(search.queryName)}.${format}`, extension: format }, bytes());
  return path === null ? null : { path };
}

/** In a thread of its own, as reports are. */
export async function drawn({ threads }: Pick<Foundation, 'threads'>, request: PaperRequest): Promise<Uint8Array> {
  const { pdf } = await runThreadTask<PaperRequest, never, DrawnReport>(threads.report(), request).result;
  return pdf;
}
