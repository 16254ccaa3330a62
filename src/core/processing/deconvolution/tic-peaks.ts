import type { ScanRange } from '../runs/average-scans';
import { type ChromatographicPeak, type ChromatographicPeakOptions, chromatographicPeaks } from '../runs/chromatographic-peaks';
import { totalIonChromatogram } from '../runs/ion-chromatograms';
import type { PackedScans } from '../runs/packed-scans';
import { subtractBackground } from '../runs/subtract-background';
import { checkRun } from './check-run';
import type { DeconvolutionOptions, DeconvolutionOutcome, ModelIon, RunComponent } from './component';
import { indexWithin } from './measure-component';

export interface TicPeakOptions extends Pick<DeconvolutionOptions, 'ions' | 'ladder' | 'retentionIndex'>, ChromatographicPeakOptions {}

/** Scans of the background on each side of a peak. */
const BACKGROUND = 3;

/**
 * The plain way: peaks of the total ion current, each with the mean spectrum of its upper half less that of the three scans at its start and its end. Substances
 * that elute together stay together. Areas are of the total ion current over the line from start to end; `modelArea` is that of the strongest ion's share.
 */
export function ticPeaks(scans: PackedScans, options: TicPeakOptions = {}): DeconvolutionOutcome {
  const { ions: merging = { kind: 'nominal', offset: 0.3 }, ladder, retentionIndex, minSignalToNoise, ...peakOptions } = options;
  const refusal = checkRun(scans, { ions: merging, ...(ladder && { ladder }), ...(retentionIndex && { retentionIndex }) });
  if (refusal !== undefined) return refusal;
  const total = totalIonChromatogram(scans);
  const peaks = peaksWithWidth(scans.times, total, { ...peakOptions, ...(minSignalToNoise !== undefined && { minSignalToNoise }) });
  let beyond = 0;
  const components = peaks.map((peak): RunComponent => {
    const index = ladder === undefined ? undefined : indexWithin(peak.apex, ladder, retentionIndex);
    if (ladder !== undefined && index === undefined) beyond++;
    const spectrum = subtractBackground(scans, {
      peak: upperHalf(peak, scans.times),
      background: sides(peak, scans.times.length),
      merging,
    });
    const models = strongest(spectrum.mz, spectrum.intensity);
    const sum = spectrum.intensity.reduce((all, value) => all + value, 0);
    return {
      method: 'tic-peaks',
      ...peakPlaces(peak),
      area: peak.area,
      modelArea: sum > 0 ? (peak.area * (models[0]?.intensity ?? 0)) / sum : 0,
      height: peak.height,
      signalToNoise: peak.signalToNoise,
      purity: Math.min(1, peak.height / total[peak.apexPoint]!),
      width: peak.width,
      ...(index === undefined ? {} : { retentionIndex: index }),
      modelIons: models,
      mz: spectrum.mz,
      intensity: spectrum.intensity,
    };
  });
  return {
    kind: 'components',
    components,
    notes: beyond > 0 ? [{ code: 'outside-ladder', params: { count: beyond } }] : [],
    noiseFactor: Number.NaN,
    skew: 0,
    ions: 0,
    ionPeaks: peaks.length,
  };
}

/** A peak cut so high that it never falls to half its height is as wide as its cuts are apart. */
function peaksWithWidth(...given: Parameters<typeof chromatographicPeaks>): ChromatographicPeak[] {
  return chromatographicPeaks(...given).map((peak) => (Number.isFinite(peak.width) ? peak : { ...peak, width: peak.end - peak.start }));
}

function peakPlaces({ startPoint, apexPoint, endPoint, start, apex, end }: ChromatographicPeak) {
  return { startPoint, apexPoint, endPoint, start, apex, end };
}

/** The scans around the apex that lie within half of the width at half height. */
function upperHalf({ apexPoint, apex, width, startPoint, endPoint }: ChromatographicPeak, times: Float64Array): ScanRange {
  let from = apexPoint;
  let to = apexPoint + 1;
  while (from > startPoint && times[from - 1]! >= apex - width / 2) from--;
  while (to <= endPoint && times[to]! <= apex + width / 2) to++;
  return { from, to };
}

/** Scans before and after the peak; the ends of the run may cut them to nothing on one side. */
function sides({ startPoint, endPoint }: ChromatographicPeak, scans: number): ScanRange[] {
  const ranges = [
    { from: Math.max(0, startPoint - BACKGROUND + 1), to: startPoint + 1 },
    { from: endPoint, to: Math.min(scans, endPoint + BACKGROUND) },
  ];
  return ranges.filter(({ from, to }) => to > from);
}

function strongest(mz: Float64Array, intensity: Float64Array): ModelIon[] {
  return Array.from(mz, (m, i) => ({ mz: m, intensity: intensity[i]! }))
    .toSorted((a, b) => b.intensity - a.intensity || a.mz - b.mz)
    .slice(0, 5);
}
