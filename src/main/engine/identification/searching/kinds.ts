import { eiKind } from './ei-kind';
import { tandemKind } from './tandem-kind';
import { traceKind } from './trace-kind';

/** Families whose references stand in an index. */
export const INDEX_KINDS = { ei: eiKind, tandem: tandemKind, trace: traceKind } as const;
export type IndexedFamily = keyof typeof INDEX_KINDS;

/** Those that are made ready before anything is asked: there is one way to prepare their references. */
export const READY_FAMILIES = ['ei', 'tandem'] as const satisfies readonly IndexedFamily[];
