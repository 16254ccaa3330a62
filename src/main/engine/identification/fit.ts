import type { z } from 'zod';
import type { Candidate, identify, SearchJudgement } from '../../../contract/identify';
import type { SearchMethod } from '../../../contract/search-method';
import { lineAt, lineOf } from '../../../core/search/mixtures/without-line';
import { refused } from '../failures';
import type { LibraryService } from '../library/service';
import { measuredTrace, preparedValues, traceOnGrid } from './card/compared';
import { traceMethodOf } from './methods';
import type { Unknown } from './unknown';

export type MixtureFit = z.infer<(typeof identify.fit)['~orpc']['outputSchema'] & z.ZodType>;

interface StoredMixture {
  readonly unknown: Unknown;
  readonly method: SearchMethod;
  readonly candidates: readonly Candidate[];
  readonly judgement: SearchJudgement;
}

/**
 * The fit of a stored search of a mixture, from its stored coefficients: each component's part, their sum with the straight line, and the rest.
 * @throws Failure REFUSED where the search took no mixture apart
 */
export async function mixtureFit(library: LibraryService, { unknown, method, candidates, judgement }: StoredMixture): Promise<MixtureFit> {
  if (method.family !== 'mixture' || unknown.kind !== 'trace' || judgement.mixture === null) throw refused('identify.no-fit');
  const how = traceMethodOf(method);
  const query = preparedValues(unknown.trace, unknown.technique, how);
  if (query === null) throw refused('identify.no-fit');
  const parts = await Promise.all(
    candidates.map(async ({ spectrumKey, component, rank, name }) => {
      const reference = await library.lookUp.spectrum(spectrumKey);
      const trace = measuredTrace(reference);
      const values = trace === undefined ? null : preparedValues(trace, reference.technique, how);
      if (values === null || component === null) throw refused('identify.no-fit');
      return { rank, name, values: values.map((value) => component.coefficient * value) };
    }),
  );
  // A place counts where query and all components have a value; the straight line is that of what the components leave there.
  const used = Array.from(query, (_, i) => i).filter((i) =>
    [query, ...parts.map(({ values }) => values)].every((each) => Number.isFinite(each[i])),
  );
  const together = (i: number) => parts.reduce((sum, { values }) => sum + (values[i] ?? 0), 0);
  const line = lineOf(
    Float64Array.from(used, (i) => (query[i] ?? 0) - together(i)),
    Int32Array.from(used),
  );
  const fitted = new Float64Array(query.length).fill(Number.NaN);
  const residual = new Float64Array(query.length).fill(Number.NaN);
  for (const i of used) {
    const value = together(i) + lineAt(line, i);
    fitted[i] = value;
    residual[i] = (query[i] ?? 0) - value;
  }
  return {
    measured: traceOnGrid(query, how, unknown.name, 'measured'),
    fitted: traceOnGrid(fitted, how, '', 'other'),
    residual: traceOnGrid(residual, how, '', 'other'),
    components: parts.map(({ rank, name, values }) => ({ rank, trace: traceOnGrid(values, how, name, 'other') })),
  };
}
