import type { ItemSummary } from '../../../../contract/measurements';
import { abscissaLength } from '../../../../core/spectrum/axis';
import type { Curves } from '../../../../core/spectrum/curves';
import type { MassSpectrum } from '../../../../core/spectrum/mass-spectrum';
import type { Run } from '../../../../core/spectrum/run';
import type { RunTables } from './reading-model';

/** A record of the scratch file. */
export type KeptItem =
  | { readonly kind: 'spectrum'; readonly spectrum: MassSpectrum }
  | { readonly kind: 'curves'; readonly curves: Curves }
  | { readonly kind: 'run'; readonly run: Run };

/** An item as a list shows it. */
export function itemSummary(index: number, item: KeptItem, run: RunTables | undefined): ItemSummary {
  switch (item.kind) {
    case 'spectrum': {
      const { identity, acquisition, conditions, mz } = item.spectrum;
      return {
        ...common(index, identity.name, conditions),
        kind: 'spectrum',
        technique: 'mass-spectrometry',
        points: mz.length,
        traces: 1,
        ionisation: acquisition.ionisation,
        msLevel: acquisition.msLevel,
        precursorMz: acquisition.precursorMz ?? null,
        retentionTime: acquisition.retentionTime ?? null,
      };
    }
    case 'curves': {
      const { identity, conditions, traces, technique } = item.curves;
      const [first] = traces;
      return {
        ...common(index, identity.name, conditions),
        kind: 'curves',
        technique,
        points: first === undefined ? 0 : abscissaLength(first.x),
        traces: traces.length,
        ionisation: null,
        msLevel: null,
        precursorMz: null,
        retentionTime: null,
      };
    }
    case 'run': {
      const { identity, conditions } = item.run;
      const scans = run?.times.length ?? 0;
      return {
        ...common(index, identity.name, conditions),
        kind: 'run',
        technique: scans > 0 ? 'mass-spectrometry' : 'chromatography',
        points: scans,
        traces: (run?.chromatograms.length ?? 0) / 2,
        ionisation: null,
        msLevel: null,
        precursorMz: null,
        retentionTime: null,
      };
    }
  }
}

const common = (index: number, name: string, conditions: Run['conditions'] | undefined) => ({
  index,
  name,
  sample: conditions?.sample ?? null,
  measuredAt: conditions?.measuredAt ?? null,
});
