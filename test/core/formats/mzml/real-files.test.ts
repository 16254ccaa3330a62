import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readShared, SHARED_FORMATS } from '../../../support/read-text';

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`mzML files of other programs left out: ${SHARED_FORMATS} is not here`);

/** File, scans, points of all scans, chromatograms, warnings. Scans are those of the manifests where they state them. */
const EXPECTED: readonly (readonly [file: string, scans: number, points: number, chromatograms: number, codes: readonly string[]])[] = [
  ['ms/mzml/gc_orbi_profile_21scans.mzML', 21, 99_431, 1, ['part-unused']],
  // Cut down from 2,918 spectra by those who put it online, as its list still says.
  ['ms/mzml/pymzml_example.mzML', 11, 11_979, 1, ['value-differs']],
  ['ms/mzml/tiny.pwiz.1.1.mzML', 4, 40, 2, ['unit-mixed']],
  ['optical/ms/tiny.mzML', 4, 40, 2, ['unit-mixed']],
  ['optical/ms/small_zlib.pwiz.1.1.mzML', 48, 305_214, 1, []],
  ['optical/ms/arrayChromatograms.mzML', 0, 0, 66, ['part-unused']],
  ['optical/ms/svs813f1.mzML', 24, 11_992, 1, []],
];

describe.skipIf(!here)('mzML files of other programs', () => {
  it.each(EXPECTED)('%s: %i scans, %i points, %i chromatograms', (file, scans, points, chromatograms, codes) => {
    const { runs, codes: found, refusal } = readShared(file);
    expect(runs).toHaveLength(1);
    const read = runs[0]?.scans ?? [];
    const sum = read.reduce((total, { mz }) => total + mz.length, 0);
    expect([read.length, sum, runs[0]?.chromatograms.length, found, refusal]).toEqual([scans, points, chromatograms, codes, undefined]);
  });

  it('agrees with the points and times that the manifest states', () => {
    // The manifest counts the three spectra with points; the last gives its time in seconds, 42.05, where the run has minutes.
    const tiny = (readShared('optical/ms/tiny.mzML').runs[0]?.scans ?? []).filter(({ mz }) => mz.length > 0);
    expect(tiny.map(({ mz }) => mz.length)).toEqual([15, 10, 15]);
    expect(tiny.map(({ time }) => time)).toEqual([5.8905, 5.9905, 42.05 / 60]);
    const small = readShared('optical/ms/small_zlib.pwiz.1.1.mzML').runs[0]?.scans ?? [];
    // The manifest rounds times to seven places.
    const times = small.slice(0, 3).map(({ time }) => Number(time.toFixed(7)));
    expect([small[0]?.mz.length, ...times]).toEqual([19_914, 0.004935, 0.0078967, 0.0112183]);
    const [first] = readShared('optical/ms/svs813f1.mzML').runs[0]?.scans ?? [];
    expect([first?.mz.length, first?.mz[0]]).toEqual([358, 51.012176513671875]);
  });

  it('agrees with the ion currents and base peaks that the file states', () => {
    const scans = readShared('ms/mzml/gc_orbi_profile_21scans.mzML').runs[0]?.scans ?? [];
    expect(scans[0]).toMatchObject({
      number: 5920,
      time: 31.5997,
      profile: true,
      polarity: 'positive',
      filter: 'FTMS + p CI Full ms [60.0000-900.0000]',
    });
    // 'base peak intensity' and 'base peak m/z' of the first spectrum, as written in the file.
    const highest = Math.max(...(scans[0]?.intensity ?? []));
    expect(Math.abs(highest / 10_389.56 - 1)).toBeLessThan(1e-3);
    expect(scans[0]?.mz[scans[0].intensity.indexOf(highest)]).toBeCloseTo(81.07, 2);
  });
});
