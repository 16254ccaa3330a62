import type { ExportFormat, WireStep } from '../../../contract/measurements';
import { writeCurvesCsv, writeSpectrumCsv } from '../../../core/formats/csv/write';
import { type JcampRecord, jcampObstacle, writeJcamp } from '../../../core/formats/jcamp/write';
import { writeMgf } from '../../../core/formats/mgf/write';
import { writeMsp } from '../../../core/formats/msp/write';
import { applyChain } from '../../../core/processing/chain/apply-chain';
import type { References } from '../../../core/processing/chain/apply-step';
import type { Curves } from '../../../core/spectrum/curves';
import { refused } from '../failures';
import type { ChosenRecord } from './chosen-spectrum';

/** Files and records that steps take something from, as they name them: `<opened file>/<record>`. */
export function referencesOf(
  steps: readonly WireStep[],
): readonly { readonly key: string; readonly fileId: string; readonly index: number }[] {
  const keys = new Set(steps.flatMap(({ reference }) => (typeof reference === 'string' && reference !== '' ? [reference] : [])));
  return [...keys].flatMap((key) => {
    const [, fileId, index] = /^([0-9a-f-]{36})\/(\d{1,9})$/.exec(key) ?? [];
    return fileId === undefined ? [] : [{ key, fileId, index: Number(index) }];
  });
}

/** The record after a chain of steps, which goes to the first trace; a mass spectrum takes none. @throws Failure REFUSED */
export function processed(record: ChosenRecord, steps: readonly WireStep[], references: References): ChosenRecord {
  if (steps.length === 0) return record;
  const [first, ...others] = record.kind === 'curves' ? record.curves.traces : [];
  if (record.kind !== 'curves' || first === undefined) throw refused('measurements.steps-need-curves');
  const outcome = applyChain(first, steps, references);
  if ('refused' in outcome) throw refused('measurements.step-refused', { step: outcome.refused.index + 1, code: outcome.refused.code });
  return { kind: 'curves', curves: { ...record.curves, traces: [outcome.trace, ...others] } satisfies Curves };
}

/** One record as text of a format, in parts. @throws Failure REFUSED `measurements.cannot-write` when the format cannot hold it */
export function* written(record: ChosenRecord, format: ExportFormat): Generator<string> {
  const cannot = (): never => {
    throw refused('measurements.cannot-write', { format, kind: record.kind });
  };
  switch (format) {
    case 'msp':
      yield record.kind === 'spectrum' ? writeMsp(record.spectrum) : cannot();
      return;
    case 'mgf':
      yield record.kind === 'spectrum' ? writeMgf(record.spectrum) : cannot();
      return;
    case 'csv':
      yield* record.kind === 'spectrum' ? writeSpectrumCsv(record.spectrum) : writeCurvesCsv(record.curves);
      return;
    case 'jcamp': {
      const asRecord: JcampRecord =
        record.kind === 'spectrum' ? { type: 'spectrum', spectrum: record.spectrum } : { type: 'curves', curves: record.curves };
      const obstacle = jcampObstacle(asRecord);
      if (obstacle !== undefined) throw refused(`measurements.cannot-write-jcamp-${obstacle}`);
      yield writeJcamp(asRecord);
    }
  }
}

export const EXTENSIONS: Readonly<Record<ExportFormat, string>> = { jcamp: 'jdx', msp: 'msp', mgf: 'mgf', csv: 'csv' };
