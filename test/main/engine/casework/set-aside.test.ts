import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, criterion, openBench, spectrumAt, type WorkedCase, workTablets } from '../../../support/bench';
import { temporaryFolder } from '../../../support/engine';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

async function opened(): Promise<Bench & WorkedCase & { readonly folder: string }> {
  const folder = temporaryFolder();
  const bench = await openBench(folder.path);
  close = async () => {
    await bench.engine.close();
    folder.remove();
  };
  return { ...bench, ...(await workTablets(bench)), folder: folder.path };
}

const checklistOf = async ({ client, exhibit }: Bench & WorkedCase) =>
  (await client.casework.checklist({ exhibitId: exhibit.id })).find(({ substanceName }) => substanceName === 'Fentanyl')!;
const codes = (found: Awaited<ReturnType<typeof checklistOf>>) => [...new Set(found.blocks.map(({ code }) => code))];

/** A comparison whose retention and spectrum speak against the substance. */
const contradicting = ({ client, exhibit, batch }: Bench & WorkedCase, componentId: string) =>
  client.casework.results.compare({
    exhibitId: exhibit.id,
    componentId,
    spectrumId: spectrumAt(batch, 6, 7.47),
    referenceSpectrumId: spectrumAt(batch, 2, 12.67),
  });

describe('a contradicting result', () => {
  it('does not go away when its substance is withdrawn and proposed anew', async () => {
    const bench = await opened();
    const { client, exhibit, batch, componentId } = bench;
    await contradicting(bench, componentId);
    await client.casework.components.withdraw({ id: componentId, reason: 'Proposed by mistake.' });
    const anew = await client.casework.components.propose({
      exhibitId: exhibit.id,
      substanceId: bench.substances.fentanyl,
      saltClaim: '',
      proposedFrom: '',
    });
    for (const position of [6, 8])
      await client.casework.results.compare({
        exhibitId: exhibit.id,
        componentId: anew.id,
        spectrumId: spectrumAt(batch, position, 12.67),
        referenceSpectrumId: spectrumAt(batch, 2, 12.67),
      });
    const found = await checklistOf(bench);
    expect(found.level).toBe('inconclusive');
    expect(codes(found)).toEqual(['discrepancy-set-aside']);
    expect(found.blocks[0]!.params).toMatchObject({ result: exhibit.samples[3]!.code, why: 'Proposed by mistake.' });
  });

  it('stays when it is voided, until a person who did none of the work resolves it; the conclusion keeps it', async () => {
    const bench = await opened();
    const { client, exhibit, componentId } = bench;
    const negative = await contradicting(bench, componentId);
    await client.casework.results.voidResult({ kind: 'comparison', id: negative.id, reason: 'Not the peak of this substance.' });
    expect(codes(await checklistOf(bench))).toEqual(['discrepancy-set-aside']);

    const resolving = { exhibitId: exhibit.id, kind: 'discrepancy-resolved', criterion: 'discrepancy', reason: 'The peak is caffeine.' };
    await expect(client.casework.deviations.authorise(resolving)).rejects.toMatchObject({ data: { code: 'deviation.own-work' } });
    const head = await bench.person('head', ['manager']);
    await head.casework.deviations.authorise(resolving);
    const lifted = await checklistOf(bench);
    expect(lifted.level).toBe('criteria-met');
    expect(criterion(lifted, 'discrepancy').state).toBe('waived');

    const drawing = { exhibitId: exhibit.id, componentId, expectedLevel: 'criteria-met', note: '' };
    await expect(head.casework.conclusions.draw(drawing)).rejects.toMatchObject({
      data: { code: 'conclusion.own-deviation', params: { expected: 'criteria-met', now: 'inconclusive' } },
    });
    const drawn = await client.casework.conclusions.draw(drawing);
    const database = new Database(join(bench.folder, 'laboratory.sqlite'), { readonly: true });
    const kept = database.prepare<[string], string>('SELECT evidence_json FROM conclusion WHERE id = ?').pluck().get(drawn.id)!;
    database.close();
    expect(JSON.parse(kept).input.results).toContainEqual(
      expect.objectContaining({ id: `${negative.id}:gc`, setAside: { how: 'voided', reason: 'Not the peak of this substance.' } }),
    );
  });
});

describe('a deviation', () => {
  it('bound to a lot is of a requalified standard, and a component is of the exhibit', async () => {
    const bench = await opened();
    const { exhibit } = bench;
    const head = await bench.person('head', ['manager']);
    const asked = { exhibitId: exhibit.id, criterion: 'sampling', kind: 'limited-sample', reason: 'None was left.' };
    await expect(head.casework.deviations.authorise({ ...asked, referenceLotId: bench.lots.fentanyl })).rejects.toMatchObject({
      data: { code: 'deviation.lot-of-requalified', params: { kind: 'limited-sample' } },
    });
    await expect(head.casework.deviations.authorise({ ...asked, componentId: exhibit.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { subject: 'component' },
    });
  });
});
