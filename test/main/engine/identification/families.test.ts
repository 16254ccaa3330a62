import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QuerySource, SearchMethod } from '../../../../src/contract/search-method';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { type Band, infraredText, writeCurves } from '../../../support/invented-curves';
import { endOfJob } from '../../../support/jobs';
import { type MspRecord, writeMspFile } from '../../../support/msp';
import { startPrepared } from '../../../support/prepared-laboratory';

const EVERYTHING = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
/** Invented bands of substances that share nothing. */
const BANDS: Readonly<Record<string, readonly Band[]>> = {
  alpha: [
    [700, 12, 0.6],
    [1680, 10, 1],
    [2950, 25, 0.4],
  ],
  beta: [
    [830, 14, 0.8],
    [1250, 11, 0.9],
    [3300, 60, 0.5],
  ],
  gamma: [
    [1020, 16, 0.7],
    [1510, 9, 0.8],
    [2870, 20, 0.6],
  ],
};
const product = (precursor: number, peaks: MspRecord['peaks'], more: Readonly<Record<string, string>> = {}) => ({
  fields: {
    Ionization: 'ESI',
    MSLevel: 'MS2',
    PrecursorMZ: String(precursor),
    Precursor_type: '[M+H]+',
    Collision_energy: '35 eV',
    ...more,
  },
  peaks,
});
const PEAKS = [
  [84.0808, 200],
  [105.0699, 999],
  [188.1434, 700],
] as const;
const TANDEM: readonly MspRecord[] = [
  { name: 'Parent', ...product(337.2274, PEAKS) },
  // A methylene more on the side of the ion 188.
  { name: 'Homologue', ...product(351.2431, [PEAKS[0], PEAKS[1], [202.1591, 700]]) },
  {
    name: 'Stranger',
    ...product(300.1, [
      [91.05, 999],
      [122.1, 300],
    ]),
  },
];
const pure = (name: string, ion: number, fragment: number): readonly MspRecord[] =>
  [30, 60, 90].map((volts, i) => ({
    name,
    fields: { Ionization: 'DART', MSLevel: 'MS1', PrecursorMZ: String(ion), Collision_energy: `${volts} V` },
    peaks: [
      [fragment, 100 + 400 * i],
      [ion, 999 - 400 * i],
    ],
  }));
const DART = [...pure('Amine', 150.1277, 119.0855), ...pure('Ketone', 180.1383, 105.0335), ...pure('Ether', 212.1, 77.0386)];

describe('searches of every family', () => {
  const folder = temporaryFolder();
  const files = temporaryFolder();
  let engine: TestEngine;
  let client: Client;

  const importFile = async (path: string, name: string) => {
    const facts = { source: '', licence: '', version: '', unstatedIonisation: 'EI', skipAlreadyHeld: false } as const;
    const { jobId } = await client.library.startImport({ token: engine.file(path), name, ...facts });
    expect((await endOfJob(client, jobId)).state).toBe('finished');
  };
  const opened = async (path: string, index = 0): Promise<Extract<QuerySource, { readonly kind: 'opened' }>> => {
    for await (const event of await client.measurements.open({ tokens: [engine.file(path)] }))
      if (event.type === 'file') return { kind: 'opened', fileId: event.file.id, index, scan: null, averaging: null };
    throw new Error(`${path} was not opened`);
  };
  const search = (query: QuerySource, method: SearchMethod) => client.identify.search({ query, method, top: 10, filters: EVERYTHING });
  const infrared = (name: string, bands: readonly Band[], line?: readonly [number, number]) =>
    writeCurves(files.path, `${name}.jdx`, infraredText(name, bands, line));
  const isTheSame = async (id: string) =>
    expect(await client.identify.rerun({ id })).toEqual({
      ...{ same: true, snapshotHeld: true, libraryChanged: false, algorithmChanged: false, programChanged: false },
      differences: [],
    });

  beforeAll(async () => {
    ({ engine, client } = await startPrepared(folder.path));
    await importFile(writeMspFile(files.path, 'tandem.msp', TANDEM), 'Tandem');
    await importFile(writeMspFile(files.path, 'dart.msp', DART), 'DART');
    for (const [name, bands] of Object.entries(BANDS)) await importFile(infrared(name, bands), name);
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  it('finds a tandem spectrum by its precursor, and its homologue in an open search that lets peaks shift', async () => {
    const query = await opened(writeMspFile(files.path, 'unknown.msp', [{ name: 'Unknown', ...product(337.2274, PEAKS) }]));
    const { offers, warnings, precursorMz, msLevel } = await client.identify.query({ query });
    expect([warnings.map(({ code }) => code), precursorMz, msLevel]).toEqual([[], 337.2274, 2]);
    expect(offers.map(({ method }) => method.score)).toEqual([
      'tandem-entropy-weighted',
      'tandem-entropy-weighted',
      'tandem-modified-cosine',
    ]);
    expect(offers[0]).toMatchObject({ method: { precursorMz: 337.2274, precursorTolerance: { unit: 'Da' } }, references: 3 + DART.length });
    const [window, , modified] = offers.map(({ method }) => method);
    if (window === undefined || modified === undefined) throw new Error('nothing was offered');

    const near = await search(query, window);
    expect(near.candidates.map(({ name }) => name)).toEqual(['Parent']);
    expect(near.candidates[0]).toMatchObject({
      score: 1,
      adduct: '[M+H]+',
      energy: '35 eV',
      precursorMz: 337.2274,
      matchedPeaks: 3,
      libraryPeaks: 3,
    });
    const open = await search(query, modified);
    expect(open.candidates.map(({ name }) => name)).toEqual(['Parent', 'Homologue']);
    expect(open.candidates[1]?.massDifference).toBeCloseTo(-14.0157, 4);
    expect(open.candidates[1]?.scores['tandem-cosine']).toBeLessThan(open.candidates[1]?.score ?? 0);
    await isTheSame(near.id);
    await isTheSame(open.id);
  });

  it('finds an infrared spectrum by every score, and says what of the library could not be compared', async () => {
    await importFile(writeCurves(files.path, 'short.jdx', infraredText('Short', []).replace(/##YFACTOR=.*/, '##YFACTOR=0')), 'Flat');
    const query = await opened(infrared('unknown-beta', BANDS.beta ?? [], [0.2, 0.1]));
    const { offers, technique, trace, peaks } = await client.identify.query({ query });
    expect([technique, trace?.y.values.length, peaks.mz.length]).toEqual(['infrared', 901, 0]);
    expect(offers.map(({ method, references }) => [method.score, references])).toEqual([
      ['trace-correlation', 4],
      ['trace-derivative', 4],
      ['mixture-least-squares', 4],
    ]);
    const method = offers[0]?.method;
    if (method?.family !== 'trace') throw new Error('a trace was offered something else');
    expect(method.ranges).toEqual([
      [400, 2188],
      [2484, 4000],
    ]);
    for (const score of [
      'trace-correlation',
      'trace-derivative',
      'trace-peaks',
      'trace-peaks-reverse',
      'trace-euclidean',
      'trace-angle',
    ] as const) {
      const stored = await search(query, { ...method, score });
      expect([score, stored.candidates[0]?.name]).toEqual([score, 'beta']);
      expect(stored.judgement.notCompared).toEqual([{ code: 'not-compared-flat', params: { count: 1 } }]);
      expect(stored.queryTrace?.y.values).toEqual(trace?.y.values);
      await isTheSame(stored.id);
    }
    const narrow = await search(query, { ...method, ranges: [[1100, 1400]] });
    expect(narrow.candidates[0]).toMatchObject({ name: 'beta', coverage: 1 });
    await expect(search(query, { ...method, technique: 'nmr' })).rejects.toMatchObject({
      data: { code: 'identify.technique-not-searched' },
    });
  });

  it('takes a mixture apart and stops', async () => {
    const mixed = [...(BANDS.alpha ?? []), ...(BANDS.gamma ?? []).map(([place, width, height]): Band => [place, width, height / 2])];
    const query = await opened(infrared('mixture', mixed, [0.1, 0.05]));
    const { offers } = await client.identify.query({ query });
    const method = offers.find((offer) => offer.method.family === 'mixture')?.method;
    if (method === undefined) throw new Error('no mixture was offered');
    const stored = await search(query, method);
    expect(stored.candidates.map(({ name }) => name)).toEqual(['alpha', 'gamma']);
    const [alpha, gamma] = stored.candidates.map(({ component }) => component);
    expect(alpha?.coefficient).toBeCloseTo(1, 2);
    expect(gamma?.coefficient).toBeCloseTo(0.5, 2);
    expect((alpha?.share ?? 0) + (gamma?.share ?? 0)).toBeCloseTo(1, 9);
    expect(stored.judgement.mixture?.rmse).toBeLessThan(0.004);
    await isTheSame(stored.id);
  });

  it('names what is in a sample measured at several energies', async () => {
    const sample = [30, 60, 90].map((volts, i) => ({
      name: `Mixture ${volts}`,
      fields: { Ionization: 'DART', MSLevel: 'MS1', Collision_energy: `${volts} V` },
      peaks: [
        [105.0335, 60 + 240 * i],
        [119.0855, 100 + 400 * i],
        [150.1277, 999 - 400 * i],
        [180.1383, 600 - 240 * i],
      ] as const,
    }));
    const first = await opened(writeMspFile(files.path, 'mixture.msp', sample));
    const query: QuerySource = {
      kind: 'energies',
      parts: [30, 60, 90].map((energy, index) => ({ energy, spectrum: { ...first, index } })),
    };
    const { offers, peaks } = await client.identify.query({ query });
    expect([offers.map(({ method }) => method.family), peaks.mz.length]).toEqual([['energies'], 4]);
    const method = offers[0]?.method;
    if (method === undefined) throw new Error('nothing was offered');
    const stored = await search(query, method);
    expect(stored.candidates.map(({ name, terms }) => [name, terms[0]?.id])).toEqual([
      ['Amine', 'energies-present'],
      ['Ketone', 'energies-present'],
    ]);
    await isTheSame(stored.id);
    await expect(search(first, method)).rejects.toMatchObject({ data: { code: 'identify.not-energies' } });
  });

  it('takes in what is added to a collection, leaves out what is withdrawn, and runs a search again as it was', async () => {
    const { id: collectionId } = await client.library.createCollection({ name: 'Ours', source: '', licence: '', version: '' });
    const curve = await opened(
      infrared('delta', [
        [1130, 18, 1],
        [1740, 12, 0.7],
      ]),
    );
    const mass = await opened(
      writeMspFile(files.path, 'ours.msp', [
        {
          name: 'Ours',
          ...product(410.2, [
            [77.04, 500],
            [211.1, 999],
          ]),
        },
      ]),
    );
    const ours = (query: QuerySource, method: SearchMethod) =>
      client.identify.search({ query, method, top: 10, filters: { ...EVERYTHING, collectionIds: [collectionId] } });
    const first = async (query: QuerySource) => {
      const [offer] = (await client.identify.query({ query })).offers;
      if (offer === undefined) throw new Error('nothing was offered');
      return offer.method;
    };
    const facts = { synonyms: [], cas: null, inchikey: null, formula: null, smiles: null, instrument: '', origin: '', licence: '' };
    for (const query of [curve, mass]) {
      const method = await first(query);
      expect((await ours(query, method)).candidates).toEqual([]);
      const { fileId, index } = query;
      const { key } = await client.library.addSpectrum({
        ...{ collectionId, fileId, index, substanceId: null, note: '' },
        facts: { ...facts, name: `Added ${index}`, ionisation: 'ESI' },
      });
      const found = await ours(query, method);
      expect(found.candidates.map(({ spectrumKey }) => spectrumKey)).toEqual([key]);
      await client.library.retireSpectrum({ key, reason: 'measured again' });
      expect((await ours(query, method)).candidates).toEqual([]);
      expect(await client.identify.rerun({ id: found.id })).toMatchObject({ same: true, libraryChanged: true });
    }
  });
});
