import type { Run, Scan } from '../../spectrum/run';
import { abscissaWords, ordinateWords } from './write-axes';
import { conditionLines, identityLines, labelled, otherLines, provenanceLines } from './write-fields';
import { decimal } from './write-numbers';
import { tupleLines } from './write-ordinates';

/** A run as NTUPLES, one page for each scan (JCAMP-DX for mass spectrometry, 5.00). */
export function runLines(run: Run, scans: readonly Scan[]): readonly string[] {
  const times = scans.map(({ time }) => time);
  const end = (time: number | undefined) => (time === undefined || Number.isNaN(time) ? '' : decimal(time));
  return [
    ...labelled('TITLE', run.identity.name),
    '##JCAMP-DX= 5.00',
    '##DATA TYPE= MASS SPECTRUM',
    '##DATA CLASS= NTUPLES',
    ...provenanceLines(run),
    ...identityLines(run.identity),
    ...conditionLines(run.conditions),
    ...otherLines(run.otherFields, true),
    '##NTUPLES= MASS SPECTRUM',
    '##VAR_NAME= MASS, INTENSITY, RETENTION TIME',
    '##SYMBOL= X, Y, T',
    '##VAR_TYPE= INDEPENDENT, DEPENDENT, INDEPENDENT',
    '##VAR_FORM= AFFN, AFFN, AFFN',
    `##VAR_DIM= , , ${scans.length}`,
    `##UNITS= M/Z, ${ordinateWords(run.intensityAxis, 'mass-spectrometry').replaceAll(',', ' ')}, ${abscissaWords(run.timeAxis, 'mass-spectrometry').replaceAll(',', ' ')}`,
    `##FIRST= , , ${end(times[0])}`,
    `##LAST= , , ${end(times.at(-1))}`,
    ...scans.flatMap((scan) => scanLines(scan, scans)),
    '##END NTUPLES= MASS SPECTRUM',
    '##END=',
  ];
}

/** A label stays valid for the pages after it, so that one any scan needs is given in all. */
function scanLines(scan: Scan, scans: readonly Scan[]): readonly string[] {
  const where = (needed: (other: Scan) => boolean, label: string, value: string | number | undefined) =>
    scans.some(needed) ? [`##${label}= ${value ?? ''}`.trimEnd()] : [];
  return [
    `##PAGE= ${Number.isNaN(scan.time) ? `N= ${scan.number}` : `T= ${decimal(scan.time)}`}`,
    `##SCAN_NUMBER= ${scan.number}`,
    ...where((other) => other.statedIonCurrent !== undefined, 'TIC', scan.statedIonCurrent),
    ...where((other) => other.msLevel !== 1, '.MS LEVEL', scan.msLevel),
    ...where((other) => other.profile, '$PROFILE', scan.profile ? 'YES' : 'NO'),
    ...where((other) => other.polarity !== undefined, '$POLARITY', scan.polarity),
    ...where((other) => other.precursorMz !== undefined, '$PRECURSOR MZ', scan.precursorMz),
    ...where((other) => other.precursorCharge !== undefined, '$PRECURSOR CHARGE', scan.precursorCharge),
    ...where((other) => other.collisionEnergy !== undefined, '$COLLISION ENERGY', scan.collisionEnergy),
    ...where((other) => other.filter !== undefined, '$SCAN FILTER', scan.filter?.replaceAll('$$', '$ $')),
    `##NPOINTS= ${scan.mz.length}`,
    '##DATA TABLE= (XY..XY), PEAKS',
    ...tupleLines([scan.mz, scan.intensity], scan.mz.length),
  ];
}
