import type { Job } from '../../../contract/jobs';

/** The list after news of one job; the place of a known one stays. */
export function withNews(known: readonly Job[], news: Job): readonly Job[] {
  return known.some(({ id }) => id === news.id) ? known.map((job) => (job.id === news.id ? news : job)) : [news, ...known];
}
