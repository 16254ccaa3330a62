import { z } from 'zod';
import type { Readable } from '../database/schema';

const ranks = z.array(z.int().positive());

/** The ranks that stand chosen in a search, by its last choice. */
export async function chosenRanksOf(
  read: Readable,
  { id, chosen_rank }: { readonly id: string; readonly chosen_rank: number | null },
): Promise<number[]> {
  const last = await read
    .selectFrom('search_choice')
    .select('ranks_json')
    .where('search_id', '=', id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (last !== undefined) return ranks.parse(JSON.parse(last.ranks_json));
  return chosen_rank === null ? [] : [chosen_rank];
}

/** Whether a person keeps class and control status hidden until a candidate is chosen. */
export async function isBlind(read: Readable, personId: string): Promise<boolean> {
  const last = await read
    .selectFrom('blind_choice')
    .select('blind')
    .where('by_person', '=', personId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return last === undefined || last.blind === 1;
}
