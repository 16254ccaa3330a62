import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, criterion, openBench, type WorkedCase, workTablets } from '../../../support/bench';
import { temporaryFolder } from '../../../support/engine';

describe('a whole case over the wire', () => {
  const folder = temporaryFolder();
  let bench: Bench;
  let worked: WorkedCase;
  beforeAll(async () => {
    bench = await openBench(folder.path);
    worked = await workTablets(bench);
  });
  afterAll(async () => {
    await bench.engine.close();
    folder.remove();
  });

  it('names everything by its place', () => {
    const { exhibit } = worked;
    expect(exhibit.code).toBe('C-2026-0001/1');
    expect(exhibit.custody.map(({ kind, fromParty, location }) => [kind, fromParty, location])).toEqual([
      ['received', 'Inspector Other', 'Reception'],
    ]);
    expect(exhibit.samples.map(({ code }) => code)).toEqual([
      'C-2026-0001/1·P1',
      'C-2026-0001/1·P1·U1',
      'C-2026-0001/1·P1·U1·A1',
      'C-2026-0001/1·P1·U1·A1·E1',
      'C-2026-0001/1·P1·U2',
      'C-2026-0001/1·P1·U2·A1',
      'C-2026-0001/1·P1·U2·A1·E1',
    ]);
  });

  it('computes each comparison from the data', () => {
    expect(worked.exhibit.comparisons).toHaveLength(2);
    for (const comparison of worked.exhibit.comparisons) {
      expect(comparison.retention.met).toBe(true);
      expect(comparison.spectrum.findings.filter(({ met }) => !met)).toEqual([]);
      expect(new Set(comparison.spectrum.findings.map(({ message }) => message.code))).toEqual(
        new Set(['ions-enough', 'ion-ratio-within', 'match-above', 'blank-precedes', 'blank-clean']),
      );
      expect(comparison.matchFactor).toBeGreaterThan(900);
    }
  });

  it('fills the checklist, draws the conclusion at the level that was seen, and passes no review', async () => {
    const { client } = bench;
    const { exhibit, componentId } = worked;
    const [checklist] = await client.casework.checklist({ exhibitId: exhibit.id });
    expect(checklist).toMatchObject({ componentId, substanceName: 'Fentanyl', level: 'criteria-met', blocks: [] });
    expect(checklist!.criteria.filter(({ state }) => state === 'blocked')).toEqual([]);
    expect(criterion(checklist!, 'review')).toMatchObject({ state: 'not-met' });
    expect(criterion(checklist!, 'sampling').state).toBe('met');
    // Marquis turned orange: it speaks of fentanyl too, and of much else.
    expect(criterion(checklist!, 'positive-results').reasons[0]).toMatchObject({ code: 'results-counted', params: { recorded: 5 } });

    await expect(
      client.casework.conclusions.draw({ exhibitId: exhibit.id, componentId, expectedLevel: 'identified', note: '' }),
    ).rejects.toMatchObject({
      code: 'REFUSED',
      data: { code: 'conclusion.changed', params: { expected: 'identified', now: 'criteria-met' } },
    });
    const drawn = await client.casework.conclusions.draw({
      exhibitId: exhibit.id,
      componentId,
      expectedLevel: 'criteria-met',
      note: 'Blue tablets.',
    });
    expect(drawn).toMatchObject({ level: 'criteria-met', supersedesId: null, checklist: { level: 'criteria-met' } });
    const again = await client.casework.conclusions.draw({
      exhibitId: exhibit.id,
      componentId,
      expectedLevel: 'criteria-met',
      note: 'Again.',
    });
    const { conclusions } = await client.casework.exhibits.get({ id: exhibit.id });
    expect(conclusions.map(({ id, supersededById }) => [id, supersededById])).toEqual([
      [drawn.id, again.id],
      [again.id, null],
    ]);
  });
});
