import type { Run, Scan } from '../../spectrum/run';
import { chargeOf } from '../peaks/charge';
import type { FinishedPeaks } from '../peaks/peak-list';
import type { SpectrumDraft } from '../spectrum-draft';
import { abscissaAxis, ordinateAxis } from './axes';
import { type JcampPage, pageCoordinate } from './page';
import { readStated } from './stated';
import { declaredSymbols, lastRecord, listOf } from './variables';

/** A page of a run as a scan; `counted` is its place in the run, its number where the file gives none. */
export function scanOf(page: JcampPage, peaks: FinishedPeaks, counted: number): Scan {
  const text = (...labels: readonly string[]) =>
    labels.map((label) => lastRecord(page.records, label)?.value ?? '').find((value) => value !== '');
  const number = (value: string | undefined) => (value === undefined ? Number.NaN : (readStated('', value, 0)?.value ?? Number.NaN));
  const coordinate = pageCoordinate(page);
  const pageNumber = coordinate?.symbol === '' || coordinate?.symbol === 'N' ? Number(coordinate.text) : Number.NaN;
  const stated = [number(text('SCANNUMBER', '.SCANNUMBER')), pageNumber].find(Number.isSafeInteger);
  const time = number(pageTime(page)?.text);
  const current = number(text('TIC', '.RIC'));
  const precursorMz = number(text('$PRECURSORMZ'));
  const precursorCharge = chargeOf(text('$PRECURSORCHARGE') ?? '');
  const level = number(text('.MSLEVEL'));
  const polarity = text('$POLARITY');
  const collisionEnergy = text('$COLLISIONENERGY');
  const filter = text('$SCANFILTER');
  return {
    number: stated ?? counted,
    time: Number.isFinite(time) ? time : Number.NaN,
    msLevel: Number.isSafeInteger(level) && level > 0 ? level : 1,
    profile: text('$PROFILE') === 'YES',
    ...(polarity === 'positive' || polarity === 'negative' ? { polarity } : {}),
    ...(precursorMz > 0 && Number.isFinite(precursorMz) ? { precursorMz } : {}),
    ...(precursorCharge === undefined ? {} : { precursorCharge }),
    ...(collisionEnergy === undefined ? {} : { collisionEnergy }),
    ...(filter === undefined ? {} : { filter }),
    ...(Number.isFinite(current) ? { statedIonCurrent: current } : {}),
    mz: peaks.mz,
    intensity: peaks.intensity,
  };
}

/** What is known of a run from the fields of its first page. */
export function describeRun(draft: SpectrumDraft, page: JcampPage): Run {
  const unit = (symbol: string, label: string) =>
    listOf(page.records, 'UNITS')[declaredSymbols(page.records).indexOf(symbol)] ?? lastRecord(page.records, label)?.value ?? '';
  const time = pageTime(page)?.unit ?? '';
  const timeAxis = abscissaAxis(time, 'mass-spectrometry');
  const scansStated = Number(listOf(page.records, 'VARDIM')[declaredSymbols(page.records).indexOf('T')] ?? '');
  return {
    ...draft.describe(),
    timeAxis: time === '' ? { quantity: 'time', unit: 'unknown', written: '' } : timeAxis,
    intensityAxis: ordinateAxis(unit('Y', 'YUNITS'), 'mass-spectrometry'),
    ...(Number.isSafeInteger(scansStated) && scansStated > 0 ? { scansStated } : {}),
  };
}

/** Retention time of a page: its own label, else `##PAGE= T= 272` in the unit NTUPLES state for `T`. */
export function pageTime(page: JcampPage): { readonly text: string; readonly unit: string } | undefined {
  const own = lastRecord(page.records, 'RETENTIONTIME')?.value ?? lastRecord(page.records, '.RETENTIONTIME')?.value ?? '';
  const coordinate = pageCoordinate(page);
  const text = own !== '' ? own : coordinate?.symbol === 'T' ? coordinate.text : '';
  if (text === '') return undefined;
  return { text, unit: listOf(page.records, 'UNITS')[declaredSymbols(page.records).indexOf('T')] ?? '' };
}
