import { eiKind } from './ei-kind';

/** Families whose references stand in an index. */
export const INDEX_KINDS = { ei: eiKind } as const;
export type IndexedFamily = keyof typeof INDEX_KINDS;
export const INDEXED_FAMILIES = Object.keys(INDEX_KINDS) as readonly IndexedFamily[];
