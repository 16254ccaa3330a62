import { readMeasurements } from '../../src/core/formats/read';
import { abscissaLength } from '../../src/core/spectrum/axis';
import { memorySource } from '../../src/core/spectrum/byte-source';
import type { Trace } from '../../src/core/spectrum/curves';
import type { FileFormat } from '../../src/core/spectrum/reading';

/** Reads one mutated file to its end and throws where a promise of the readers is broken. */
export function readAll(bytes: Uint8Array, format: FileFormat | undefined): { readonly records: number; readonly refused: boolean } {
  let records = 0;
  let refused = false;
  let run = false;
  for (const event of readMeasurements(memorySource('mutation', bytes), format === undefined ? {} : { format })) {
    if (refused) throw new Error('an event after the refusal');
    switch (event.type) {
      case 'spectrum':
        records++;
        run = false;
        checkPeaks(event.spectrum.mz, event.spectrum.intensity, event.spectrum.profile === true);
        break;
      case 'curves':
        records++;
        run = false;
        if (event.curves.traces.length === 0) throw new Error('a record without traces');
        for (const trace of event.curves.traces) checkTrace(trace);
        break;
      case 'run':
        records++;
        run = true;
        break;
      case 'scan':
        if (!run) throw new Error('a scan outside a run');
        checkPeaks(event.scan.mz, event.scan.intensity, true);
        break;
      case 'chromatogram':
        if (!run) throw new Error('a chromatogram outside a run');
        checkTrace(event.trace);
        break;
      case 'refused':
        refused = true;
        break;
      case 'warning':
      case 'progress':
    }
  }
  return { records, refused };
}

function checkPeaks(mz: Float64Array, intensity: Float64Array, mayBeEmpty: boolean): void {
  if (mz.length !== intensity.length || (mz.length === 0 && !mayBeEmpty)) throw new Error('no peaks, or uneven arrays');
  for (let i = 0; i < mz.length; i++) {
    const inOrder = Number.isFinite(mz[i]) && (i === 0 || (mz[i] as number) >= (mz[i - 1] as number));
    if (!inOrder || !Number.isFinite(intensity[i])) throw new Error(`a peak out of bounds or order: ${mz[i]} ${intensity[i]}`);
  }
}

function checkTrace({ x, y }: Trace): void {
  if (abscissaLength(x) !== y.values.length) throw new Error('uneven arrays');
  if (x.kind === 'regular' && !(Number.isFinite(x.first) && Number.isFinite(x.last))) throw new Error('an axis that is no number');
}
