import type { CandidateCard } from '../../../../contract/identify';
import type { SearchMethod } from '../../../../contract/search-method';
import { gridPlaces, type TraceMethod } from '../../../../core/search/traces/method';
import { prepareTrace } from '../../../../core/search/traces/prepare-trace';
import type { Axis } from '../../../../core/spectrum/axis';
import type { Technique, Trace, TraceRole } from '../../../../core/spectrum/curves';
import type { FoundSpectrum } from '../../library/service';
import { traceMethodOf } from '../methods';
import type { Unknown } from '../unknown';

const PLACES: Readonly<Record<TraceMethod['scale'], Omit<Axis, 'written'>>> = {
  wavenumber: { quantity: 'wavenumber', unit: 'cm-1' },
  'raman-shift': { quantity: 'raman-shift', unit: 'cm-1' },
  'wavelength-nm': { quantity: 'wavelength', unit: 'nm' },
  'wavelength-um': { quantity: 'wavelength', unit: 'um' },
};

/** Numbers on the grid of a method as a trace; NaN where nothing is compared. A chain leaves no unit that could be named. */
export function traceOnGrid(values: Float64Array, method: TraceMethod, label: string, role: TraceRole): Trace {
  const places = gridPlaces(method.grid);
  const plain = method.chain.steps.length === 0 && method.intensity === 'absorbance';
  return {
    label,
    role,
    form: 'line',
    x: {
      kind: 'regular',
      axis: { ...PLACES[method.scale], written: '' },
      first: places[0] ?? method.grid.from,
      last: places.at(-1) ?? method.grid.to,
      count: places.length,
    },
    y: {
      axis: plain ? { quantity: 'absorbance', unit: '1', written: '' } : { quantity: 'intensity', unit: 'arbitrary', written: '' },
      values,
    },
  };
}

/** A trace as its search prepares it; null where it cannot be. */
export function preparedValues(trace: Trace, technique: Technique, method: TraceMethod): Float64Array | null {
  const outcome = prepareTrace(trace, technique, method, { refuseDoubtful: false });
  return 'refused' in outcome ? null : outcome.prepared.values;
}

/** Unknown and reference as a search of traces compared them. */
export function comparedTraces(unknown: Unknown, reference: FoundSpectrum, method: SearchMethod): CandidateCard['compared'] {
  if (unknown.kind !== 'trace' || (method.family !== 'trace' && method.family !== 'mixture')) return null;
  const stored = measuredTrace(reference);
  if (stored === undefined) return null;
  const how = traceMethodOf(method);
  const query = preparedValues(unknown.trace, unknown.technique, how);
  const other = preparedValues(stored, reference.technique, how);
  if (query === null || other === null) return null;
  return { query: traceOnGrid(query, how, unknown.name, 'measured'), reference: traceOnGrid(other, how, reference.name, 'measured') };
}

/** The trace of a reference that searches go by. */
export function measuredTrace({ traces }: Pick<FoundSpectrum, 'traces'>): Trace | undefined {
  return traces.find(({ role }) => role === 'measured') ?? traces[0];
}
