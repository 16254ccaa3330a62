import { writeFileSync } from 'node:fs';
import type { AliquotModel } from '../../src/core/search/aliquot/model';

/** Where the learned numbers stand: those of all compounds in the program, those of either half for the bench alone. */
const SHIPPED = 'src/core/search/aliquot/weights.ts';
const HALVES = 'bench/learning/half-models.ts';

const PROVENANCE = (counts: string, date: string) => `/**
 * Learned, not written: node scripts/bench/run-typescript.mjs bench/learning/learn-aliquot.bench.ts, ${date}.
 * Data: SWGDRUG 3.9 and MassBank EI spectra, ${counts}.`;

/** Writes the learned tables as source, with the command, the data, the split and the date. */
export function writeModels(all: AliquotModel, halves: readonly [AliquotModel, AliquotModel], counts: string, date: string): void {
  writeFileSync(
    SHIPPED,
    `import type { AliquotModel } from './model';

${PROVENANCE(counts, date)}
 * Split: none, these are learned from all compounds; what is reported of accuracy was measured with tables learned from the other
 * half of the compounds (bench/learning/half-models.ts), never with these. Page: docs/methods/aliquot-score.md.
 */
export const ALIQUOT_MODEL: AliquotModel = ${literal(all, 0)};
`,
  );
  writeFileSync(
    HALVES,
    `import type { AliquotModel } from '../../src/core/search/aliquot/model';

${PROVENANCE(counts, date)}
 * Split: HALF_MODELS[h] is learned from the compounds whose skeleton has hash half h (halfOf), to be tried on the other half.
 */
export const HALF_MODELS: readonly [AliquotModel, AliquotModel] = [
  ${literal(halves[0], 2)},
  ${literal(halves[1], 2)},
];
`,
  );
}

function literal({ terms, groupWithin, probability, groupProbability, noneOfThese }: AliquotModel, indent: number): string {
  const pad = ' '.repeat(indent);
  const logistic = ({ intercept, coefficients }: AliquotModel['probability']) =>
    `{ intercept: ${intercept}, coefficients: [${coefficients.join(', ')}] }`;
  return [
    '{',
    `${pad}  terms: [`,
    ...terms.map(({ id, weight, neutral }) => `${pad}    { id: '${id}', weight: ${weight}, neutral: ${neutral} },`),
    `${pad}  ],`,
    `${pad}  groupWithin: ${groupWithin},`,
    `${pad}  probability: ${logistic(probability)},`,
    `${pad}  groupProbability: ${logistic(groupProbability)},`,
    `${pad}  noneOfThese: ${logistic(noneOfThese)},`,
    `${pad}}`,
  ].join('\n');
}
