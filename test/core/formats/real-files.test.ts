import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBytes } from '../../support/read-text';

/** Test data of other people, kept beside the project and never in it. */
const DATA = '../shared/data/';
const here = existsSync(DATA);
if (!here) console.warn(`real files left out: ${DATA} is not here`);

/** File, spectra, peaks, and the warnings it deserves. Numbers of spectra are those of the manifest where it states them;
 * numbers of peaks agree with what each record states (else a warning would be listed). */
const EXPECTED: readonly (readonly [file: string, spectra: number, peaks: number, codes?: readonly string[]])[] = [
  ['ms/swgdrug/SWGDRUG33.msp', 2861, 378_098],
  ['ms/swgdrug/SWGDRUG39.msp', 3124, 400_481],
  [
    'formats/ms/msp_recetox/RECETOX_Exposome_pesticides_HR_MS_20220323.msp',
    170,
    3148,
    ['ms-level-assumed', 'last-line-unterminated', 'further-warnings'],
  ],
  ['formats/ms/msp_recetox/recetox_gc-ei_ms_20201028.msp', 133, 7415],
  ['formats/ms/msp_other/delimiters.msp', 10, 230],
  ['formats/ms/msp_other/alkanes_ei_lr.msp', 5, 230],
  ['formats/ms/msp_other/massbank_subset_ei_lr.msp', 10, 341],
  ['formats/ms/msp_other/massbank_subset_msms_hr.msp', 15, 953],
  ['formats/ms/msp_other/hrei_msdb_subset_ei_hr.msp', 10, 1191],
  ['formats/ms/msp_other/fraghub.msp', 1, 24, ['last-line-unterminated']],
  ['formats/ms/msp_other/name_field_missing.msp', 1, 2, ['record-without-name']],
  ['formats/ms/msp_other/numpeaks_field_incorrect.msp', 1, 2, ['peak-count-differs']],
  ['formats/ms/msp_other/numpeaks_field_missing.msp', 1, 2, ['peak-count-missing']],
  ['formats/ms/msp_other/amdis/Lib4.MSP', 1, 5000],
  ['formats/ms/msp_other/amdis/Peaks2.MSP', 3, 141],
  ['formats/ms/msp_other/amdis/Peaks4.MSP', 3, 324],
  ['formats/ms/msp_other/amdis/Peaks6.MSP', 3, 376, ['peaks-unsorted']],
  ['formats/ms/msp_other/amdis/Peaks7.MSP', 3, 78],
  ['formats/ms/msp_other/amdis/GolmDB-Test.MSP', 3, 287, ['field-not-a-number']],
  ['ms/nist_hitlists/Query_SS.MSP', 1, 176],
  ['formats/ms/jcamp/ethylbenzene_ei.jdx', 1, 37],
  ['formats/ms/jcamp/ethylbenzene_hrms.jdx', 1, 16_594, ['peaks-same-mz']],
  ['formats/ms/jcamp/nist08_test.jca', 10, 719, ['end-missing']],
  ['formats/optical/jcamp/chemspectra/MS_ESI.jdx', 1, 3321, ['record-without-name']],
  ['formats/optical/jcamp/official/ISAS_MS1.DX', 1, 26],
  ['formats/optical/jcamp/ms/1-propanol_ms.jdx', 6, 301],
  ['formats/optical/jcamp/ms/118-96-7-Mass.jdx', 1, 116],
  ['formats/optical/jcamp/ms/CH4_CI.jdx', 145, 7235],
  // 9 of its 26 spectra hold the pair 0,0, which is no peak.
  ['formats/optical/jcamp/jspecview/coffhdGCMS.jdx', 26, 675, ['value-differs', 'peak-out-of-range', 'block-count-differs']],
];

/** File, scans, peaks of all scans, and the warnings it deserves. */
const RUNS: readonly (readonly [file: string, scans: number, peaks: number, codes: readonly string[]])[] = [
  ['formats/ms/jcamp/ELEY_1_SUBTRACT.JDX', 2103, 207_409, ['data-type-missing', 'record-without-name', 'end-missing']],
  ['formats/ms/jcamp/ELEY_2_SUBTRACT.JDX', 2103, 142_305, ['data-type-missing', 'record-without-name', 'end-missing']],
  ['formats/optical/jcamp/chemspectra/svs813f1.jdx', 24, 11_992, []],
  ['formats/optical/jcamp/official/ISAS_MS3.DX', 3, 70, []],
];

const REFUSED: readonly (readonly [file: string, code: string])[] = [
  ['formats/ms/msp_other/amdis/MASSSPECTRA.MSP', 'file-empty'],
  ['formats/ms/msp_other/amdis/Peaks1.MSP', 'record-truncated'],
];

describe.skipIf(!here)('files of other programs', () => {
  for (const [file, spectra, peaks, codes = []] of EXPECTED) {
    it(`${file}: ${spectra} spectra, ${peaks} peaks`, () => {
      const read = readBytes(readFileSync(DATA + file), file);
      const found = read.spectra.reduce((sum, spectrum) => sum + spectrum.mz.length, 0);
      console.log(`${file}: ${read.spectra.length} spectra, ${found} peaks, warnings: ${read.codes.length}`);
      expect([read.spectra.length, found, [...new Set(read.codes)].toSorted(), read.refusal]).toEqual([
        spectra,
        peaks,
        [...codes].toSorted(),
        undefined,
      ]);
    });
  }

  it.each(RUNS)('%s: a run of %i scans, %i peaks', (file, scans, peaks, codes) => {
    const read = readBytes(readFileSync(DATA + file), file);
    const [run] = read.runs;
    const found = run?.scans.reduce((sum, scan) => sum + scan.mz.length, 0);
    expect([read.runs.length, read.spectra.length, run?.scans.length, found, [...new Set(read.codes)].toSorted(), read.refusal]).toEqual([
      1,
      0,
      scans,
      peaks,
      codes.toSorted(),
      undefined,
    ]);
  });

  it.each(REFUSED)('%s is refused: %s', (file, code) => expect(readBytes(readFileSync(DATA + file), file).refusal?.code).toBe(code));

  it('states no ionisation for SWGDRUG and EI for RECETOX GC', () => {
    const kinds = (file: string) => [
      ...new Set(readBytes(readFileSync(DATA + file)).spectra.map((spectrum) => spectrum.acquisition.ionisation)),
    ];
    expect(kinds('ms/swgdrug/SWGDRUG39.msp')).toEqual(['unknown']);
    expect(kinds('formats/ms/msp_recetox/recetox_gc-ei_ms_20201028.msp')).toEqual(['EI']);
  });

  it('agrees with the first scan stated for the forensic GC-MS run', () => {
    const scans = readBytes(readFileSync(`${DATA}formats/ms/jcamp/ELEY_1_SUBTRACT.JDX`)).runs[0]?.scans ?? [];
    const [first] = scans;
    expect([first?.number, first?.mz.length, first?.mz[0], first?.intensity[0], first?.time, first?.statedIonCurrent]).toEqual([
      1, 101, 52.0131, 5356, 1.05200003833, 2687783,
    ]);
  });
});
