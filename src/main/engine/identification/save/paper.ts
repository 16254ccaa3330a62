import type { ReportLanguage } from '../../../../contract/base';
import type { Batch, BatchRow } from '../../../../contract/batches';
import type { CandidateCard, StoredSearch } from '../../../../contract/identify';
import type { Readable } from '../../database/schema';
import type { MixtureFit } from '../fit';

/** Whose paper it is, and how its reader writes. */
interface Letterhead {
  readonly language: ReportLanguage;
  readonly timeZone: string;
  readonly laboratory: string;
  readonly practice: boolean;
  readonly version: string;
}

/** What the thread that draws is sent: no report, which has its own number and content. */
export type PaperRequest =
  | (Letterhead & {
      readonly paper: 'search';
      readonly search: StoredSearch;
      /** Of the candidate whose figure it is; null for an empty list. */
      readonly card: CandidateCard | null;
      readonly fit: MixtureFit | null;
    })
  | (Letterhead & { readonly paper: 'batch'; readonly batch: Batch; readonly rows: readonly BatchRow[] });

export type SearchPaper = Extract<PaperRequest, { readonly paper: 'search' }>;
export type BatchPaper = Extract<PaperRequest, { readonly paper: 'batch' }>;

export async function letterhead(read: Readable, language: ReportLanguage, version: string): Promise<Letterhead> {
  const row = await read.selectFrom('laboratory').select(['name', 'time_zone', 'practice']).executeTakeFirst();
  return { language, timeZone: row?.time_zone ?? 'UTC', laboratory: row?.name ?? '', practice: row?.practice === 1, version };
}

/** A name that every file system takes, whatever a file called its spectrum. */
export function fileNameOf(name: string): string {
  const plain = name
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return plain === '' ? 'search' : plain;
}
