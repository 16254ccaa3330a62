import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuerySource } from '../../../../src/contract/search-method';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { infraredText, writeCurves } from '../../../support/invented-curves';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, type MspRecord, writeMspFile } from '../../../support/msp';
import { kept, openFile } from '../../../support/opened';
import { startPrepared } from '../../../support/prepared-laboratory';

const EVERYTHING = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
/** The structure is that of 4-fluoromethcathinone; the spectrum is invented. */
const CATHINONE = { SMILES: 'CNC(C)C(=O)c1ccc(F)cc1', Formula: 'C10H12FNO', InChIKey: 'MJEMIOXXNCZZFK-UHFFFAOYSA-N' };
const PARENT: MspRecord['peaks'] = [
  [44, 30],
  [58, 999],
  [95, 300],
  [123, 400],
  [166, 40],
  [181, 60],
];
/** A methylene more on the side of the amine: 58 and the molecule are shifted. */
const ANALOGUE: MspRecord['peaks'] = [
  [44, 30],
  [72, 999],
  [95, 300],
  [123, 400],
  [180, 40],
  [195, 60],
];

describe('unknowns that say little or nothing, and searches of before', () => {
  const folder = temporaryFolder();
  const files = temporaryFolder();
  let engine: TestEngine;
  let client: Client;

  const unknown = async (name: string, peaks: MspRecord['peaks'], fields: MspRecord['fields'] = {}): Promise<QuerySource> => {
    const path = writeMspFile(files.path, `${name}.msp`, [{ name, fields: { Ionization: 'EI', ...fields }, peaks }]);
    const file = await openFile(client, engine, path);
    return kept(file);
  };
  const said = async (query: QuerySource) => {
    const { warnings, offers } = await client.identify.query({ query });
    return [warnings.map(({ code }) => code), offers.map(({ method }) => method.score)];
  };
  const search = (query: QuerySource, score: 'ei-identity' | 'ei-aliquot' | 'ei-hybrid' | 'ei-cosine' | 'ei-entropy') =>
    client.identify.search({ query, method: { family: 'ei', score }, top: 10, filters: EVERYTHING });
  const EI = ['ei-aliquot', 'ei-identity', 'ei-hybrid'];

  beforeAll(async () => {
    ({ engine, client } = await startPrepared(folder.path));
    const records: MspRecord[] = [
      { name: 'Parent', fields: { Ionization: 'EI', ...CATHINONE }, peaks: PARENT },
      ...[11, 12, 13].map((seed) => ({
        name: `Stranger ${seed}`,
        fields: { Ionization: 'EI', Formula: 'C12H20O3' },
        peaks: inventedPeaks(seed),
      })),
    ];
    const facts = { name: 'Invented', source: '', licence: '', version: '', unstatedIonisation: 'EI', skipAlreadyHeld: true } as const;
    const { jobId } = await client.library.startImport({ token: engine.file(writeMspFile(files.path, 'library.msp', records)), ...facts });
    expect((await endOfJob(client, jobId)).state).toBe('finished');
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  it('says of an empty, a one-peak, a noise-only and a saturated spectrum what it is, and searches none by nothing', async () => {
    const empty = await unknown('empty', [[50, 0]]);
    expect(await said(empty)).toEqual([['empty'], []]);
    await expect(search(empty, 'ei-identity')).rejects.toMatchObject({ data: { code: 'identify.nothing-to-search-by' } });
    const one = await unknown('one', [[58, 999]]);
    expect(await said(one)).toEqual([['one-peak'], EI]);
    expect((await search(one, 'ei-identity')).judgement.warnings.map(({ code }) => code)).toEqual(['one-peak']);
    const noise = await unknown(
      'noise',
      Array.from({ length: 40 }, (_, i) => [40 + 3 * i, 90 + ((i * 7) % 20)] as const),
    );
    expect((await said(noise))[0]).toContain('noise-only');
    const saturated = await unknown('saturated', [
      ...inventedPeaks(5).map(([mz, height]) => [mz, height] as const),
      [300, 8191],
      [310, 8191],
      [320, 8191],
    ]);
    expect((await said(saturated))[0]).toEqual(['saturated']);
  });

  it('offers nothing where the library holds nothing of the technique, or where it is not searched by it', async () => {
    const open = async (path: string): Promise<QuerySource> => {
      for await (const event of await client.measurements.open({ tokens: [engine.file(path)] }))
        if (event.type === 'file') return { kind: 'opened', fileId: event.file.id, index: 0, scan: null, averaging: null };
      throw new Error(`${path} was not opened`);
    };
    const infrared = await open(writeCurves(files.path, 'alone.jdx', infraredText('Alone', [[1700, 15, 1]])));
    expect(await said(infrared)).toEqual([['no-reference'], []]);
    const text = infraredText('Other', [[1700, 15, 1]])
      .replace('INFRARED SPECTRUM', 'THERMOGRAM')
      .replace('1/CM', 'SECONDS');
    const [warnings, offers] = await said(await open(writeCurves(files.path, 'other.jdx', text)));
    expect([warnings?.[0], offers]).toEqual(['wrong-technique', []]);
    const tandem = await unknown('tandem', PARENT, { Ionization: 'ESI', MSLevel: 'MS2', PrecursorMZ: '182.0976' });
    expect((await said(tandem))[0]).toContain('no-reference');
  });

  it('tells why a candidate stands where it does, and shows no probability that nobody validated', async () => {
    const stored = await search(await unknown('same', PARENT), 'ei-aliquot');
    const [first] = stored.candidates;
    expect(first?.name).toBe('Parent');
    expect(first?.terms.map(({ id }) => id)).toContain('molecular-ion');
    const sum = first?.terms.reduce((total, { contribution }) => total + contribution, 0) ?? Number.NaN;
    expect(first?.score).toBeCloseTo(999 * Math.exp(sum / 16), 6);
    expect(stored.judgement).toMatchObject({ probability: null, noneOfThese: null });
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true });
  });

  it('finds the parent of an analogue, with the difference of their masses and the class', async () => {
    const query = await unknown('analogue', ANALOGUE);
    const stored = await search(query, 'ei-hybrid');
    expect(stored.candidates[0]).toMatchObject({ name: 'Parent', massDifference: 14 });
    expect(stored.candidates[0]?.scores['ei-identity']).toBeLessThan(stored.candidates[0]?.score ?? 0);
    expect(stored.judgement.molecularIon?.mz).toBe(195);
    expect(stored.judgement.classes.map((each) => each.class)).toContain('cathinone');
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true });
  });

  it('ranks by scores that have no index', async () => {
    const query = await unknown('again', PARENT);
    for (const score of ['ei-cosine', 'ei-entropy'] as const) {
      const stored = await search(query, score);
      expect([score, stored.candidates[0]?.name, Math.round(stored.candidates[0]?.score ?? 0)]).toEqual([score, 'Parent', 1000]);
      expect(stored.candidates[0]?.scores[score]).toBe(stored.candidates[0]?.score);
    }
  });

  it('reads a search of before the change into the new shape, runs it again and leaves its row as it was', async () => {
    const stored = await search(await unknown('early', PARENT), 'ei-identity');
    const handle = engine.engine.foundation()?.database.writer.handle;
    if (handle === undefined) throw new Error('no laboratory is open');
    const early = stored.candidates.map(({ rank, spectrumKey, name, formula, cas, inchikey, nominalMass, scores, ...rest }) => {
      const { collectionId, collectionName, collectionKind, matchedPeaks, queryPeaks, libraryPeaks } = rest;
      const byName = {
        identity: scores['ei-identity'],
        reverse: scores['ei-reverse'],
        simple: scores['ei-simple'],
        cosine: scores['ei-cosine-mz-sqrt'],
      };
      const facts = { rank, spectrumKey, name, formula, cas, inchikey, nominalMass, collectionId, collectionName, collectionKind };
      return { ...facts, scores: { ...byName, matchedPeaks, queryPeaks, libraryPeaks } };
    });
    handle
      .prepare(
        `UPDATE search SET method_json = NULL, program_version = NULL, judgement_json = NULL, query_facts_json = NULL, candidates_json = ? WHERE id = ?`,
      )
      .run(JSON.stringify(early), stored.id);
    const row = () => handle.prepare<[string], object>('SELECT * FROM search WHERE id = ?').get(stored.id);
    const before = row();
    const read = await client.identify.get({ id: stored.id });
    expect(read).toEqual({ ...stored, programVersion: null, judgement: { ...stored.judgement, warnings: [] } });
    expect(await client.identify.rerun({ id: stored.id })).toMatchObject({ same: true, programChanged: true, algorithmChanged: false });
    expect(row()).toEqual(before);
  });
});
