import { eiKind } from './ei-kind';
import { hybridKind } from './hybrid-kind';
import { tandemKind } from './tandem-kind';
import { traceKind } from './trace-kind';

/** Families whose references stand in an index. */
export const INDEX_KINDS = { ei: eiKind, hybrid: hybridKind, tandem: tandemKind, trace: traceKind } as const;
export type IndexedFamily = keyof typeof INDEX_KINDS;

/** Those of which there is one for each collection, so that a file can keep it. */
export const FILED_FAMILIES = ['ei', 'hybrid', 'tandem'] as const satisfies readonly IndexedFamily[];
/** Those that are made ready before anything is asked. */
export const READY_FAMILIES = ['ei', 'tandem'] as const satisfies readonly IndexedFamily[];
