import { describe, expect, it } from 'vitest';
import type { Job } from '../../../src/contract/jobs';
import { withNews } from '../../../src/renderer/app/tasks/job-list';
import { dependsOn } from '../../../src/renderer/app/wire/queries';
import { containsTypedArray } from '../../../src/renderer/app/wire/typed-arrays';

describe('what the window hears from the engine', () => {
  it('sends by structured clone only what holds a typed array', () => {
    expect(containsTypedArray({ peaks: [{ mz: new Float64Array(2) }] })).toBe(true);
    expect(containsTypedArray({ buffer: new ArrayBuffer(1) })).toBe(true);
    expect(containsTypedArray({ name: 'x', list: [1, null, { deep: [] }] })).toBe(false);
  });

  it('refetches what depends on a changed kind, never what is frozen', () => {
    expect(dependsOn(undefined, ['person'])).toBe(true);
    expect(dependsOn({ topics: ['person', 'role'] }, ['person'])).toBe(true);
    expect(dependsOn({ topics: ['customer'] }, ['person'])).toBe(false);
    expect(dependsOn({ topics: [] }, ['person'])).toBe(false);
  });

  it('keeps a known job in its place and puts a new one first', () => {
    const job = (id: string, state: Job['state']): Job => ({
      id,
      kind: 'backup',
      state,
      subject: id,
      startedBy: 'ada',
      startedAt: '2026-01-01T00:00:00.000Z',
      finishedAt: null,
      progress: null,
      outcome: null,
      failure: null,
      canCancel: false,
    });
    const known = [job('b', 'running'), job('a', 'running')];
    expect(withNews(known, job('a', 'finished')).map(({ id, state }) => `${id} ${state}`)).toEqual(['b running', 'a finished']);
    expect(withNews(known, job('c', 'running')).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });
});
