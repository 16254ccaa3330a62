import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuerySource } from '../../../../src/contract/search-method';
import { type Bench, openBench, spectrumAt, type WorkedCase, workTablets } from '../../../support/bench';
import { type Client, temporaryFolder } from '../../../support/engine';
import { type Band, infraredText, writeCurves } from '../../../support/invented-curves';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, type MspRecord, writeMspFile } from '../../../support/msp';

const EVERYTHING = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
const FENTANYL = 'PJMPHNIQZUBGLI-UHFFFAOYSA-N';
const BANDS: readonly Band[] = [
  [1040, 12, 0.8],
  [1720, 10, 1],
];
const OTHER: readonly Band[] = [
  [760, 12, 0.9],
  [1600, 10, 1],
];

describe('one list of substances for an exhibit', () => {
  const folder = temporaryFolder();
  const files = temporaryFolder();
  let bench: Bench;
  let client: Client;
  let worked: WorkedCase;

  const importFile = async (path: string, name: string) => {
    const facts = { source: '', licence: '', version: '', unstatedIonisation: 'EI', skipAlreadyHeld: false } as const;
    const { jobId } = await client.library.startImport({ token: bench.engine.file(path), name, ...facts });
    expect((await endOfJob(client, jobId)).state).toBe('finished');
  };
  const infrared = (name: string, bands: readonly Band[]) => writeCurves(files.path, `${name}.jdx`, infraredText(name, bands));
  const opened = async (path: string): Promise<QuerySource> => {
    for await (const event of await client.measurements.open({ tokens: [bench.engine.file(path)] }))
      if (event.type === 'file') return { kind: 'opened', fileId: event.file.id, index: 0, scan: null, averaging: null };
    throw new Error(`${path} was not opened`);
  };
  const search = async (query: QuerySource) => {
    const method = (await client.identify.query({ query })).offers.find(({ method: { score } }) =>
      ['ei-identity', 'trace-correlation'].includes(score),
    )?.method;
    if (method === undefined) throw new Error('no search was offered');
    return client.identify.search({ query, method, top: 5, filters: EVERYTHING, exhibitId: worked.exhibit.id });
  };

  beforeAll(async () => {
    bench = await openBench(folder.path);
    ({ client } = bench);
    worked = await workTablets(bench);
  });
  afterAll(async () => {
    await bench.engine.close();
    folder.remove();
    files.remove();
  });

  it('has every line of every technique, for and against, and the latest search of each alone', async () => {
    const casework = await client.identify.joint({ exhibitId: worked.exhibit.id });
    expect(casework.map(({ name }) => name.toLowerCase())).toEqual(['fentanyl']);
    expect(casework[0]?.lines.map(({ technique, verdict, reason }) => [technique, verdict, reason.code])).toEqual([
      ['retention-index', 'supports', 'reason.retention-within'],
      ['retention-index', 'supports', 'reason.retention-within'],
      ['colour', 'supports', 'reason.colour-as-expected'],
    ]);

    const injection = worked.batch.injections.find(({ kind }) => kind === 'case');
    const measured: QuerySource = {
      kind: 'measured',
      measuredSpectrumId: spectrumAt(worked.batch, injection?.position ?? 0, 8.7),
    };
    const { mz, intensity } = (await client.identify.query({ query: measured })).peaks;
    const peaks = Array.from(mz, (place, i) => [place, intensity[i] ?? 0] as const);
    const spectra: readonly MspRecord[] = [
      { name: 'Fentanyl', fields: { Ionization: 'EI', InChIKey: FENTANYL }, peaks },
      { name: 'Remotol', fields: { Ionization: 'EI' }, peaks: inventedPeaks(4) },
    ];
    await importFile(writeMspFile(files.path, 'spectra.msp', spectra), 'Spectra');
    await importFile(infrared('Fentanyl', BANDS), 'Infrared of one');
    await importFile(infrared('Remotol', OTHER), 'Infrared of the other');
    await search(await opened(infrared('An earlier measurement', BANDS)));
    const ei = await search(measured);
    const vibrations = await search(await opened(infrared('Measured', OTHER)));

    const joint = await client.identify.joint({ exhibitId: worked.exhibit.id });
    const linesOf = (name: string) => joint.find((row) => row.name.toLowerCase() === name)?.lines ?? [];
    const [own, other] = [linesOf('fentanyl'), linesOf('remotol')];
    const said = (lines: typeof own, technique: string) => lines.filter((line) => line.technique === technique);
    expect(said(own, 'ei')).toMatchObject([
      { searchId: ei.id, score: 'ei-identity', rank: 1, verdict: 'supports', reason: { code: 'reason.within-spread' } },
    ]);
    expect(said(own, 'infrared')).toMatchObject([
      { searchId: vibrations.id, verdict: 'speaks-against', reason: { code: 'reason.far-outside-spread' } },
    ]);
    expect(said(other, 'ei')).toMatchObject([{ verdict: 'speaks-against' }]);
    expect(said(other, 'infrared')).toMatchObject([{ searchId: vibrations.id, rank: 1, verdict: 'supports' }]);
    const row = joint.find(({ name }) => name.toLowerCase() === 'fentanyl');
    expect(row).toMatchObject({ inchikey: FENTANYL, supporting: 4, against: 1 });
    expect(joint.filter(({ inchikey, name }) => inchikey === FENTANYL || name.toLowerCase() === 'fentanyl')).toHaveLength(1);
  });
});
