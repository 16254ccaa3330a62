import { z } from 'zod';
import type { Sort } from './column';

const remembered = z.object({
  hidden: z.array(z.string()).nullable(),
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable().optional(),
});

export interface ListMemory {
  /** Columns switched off; null while the person never chose. */
  readonly hidden: readonly string[] | null;
  /** Absent while the person never sorted. */
  readonly sort?: Sort | null | undefined;
}

const keyOf = (listId: string): string => `list:${listId}`;

/** What this person's window remembers of a list; a damaged entry is as good as none. */
export function recallList(listId: string, storage: Pick<Storage, 'getItem'>): ListMemory {
  const text = storage.getItem(keyOf(listId));
  if (text === null) return { hidden: null };
  try {
    return remembered.parse(JSON.parse(text));
  } catch (error) {
    console.warn('list memory unreadable', listId, error);
    return { hidden: null };
  }
}

export function rememberList(listId: string, memory: ListMemory, storage: Pick<Storage, 'setItem'>): void {
  storage.setItem(keyOf(listId), JSON.stringify(memory));
}
