import { cosine } from '../../src/core/search/scores/cosine';
import { identityOf, reverseOf, simpleOf } from '../../src/core/search/scores/match-factors';
import { nistSums } from '../../src/core/search/scores/nist-sums';
import type { NominalSpectrum } from '../../src/core/search/scores/nominal-spectrum';

/** The scores of other people, each comparing the query with every record. */
export const PUBLISHED: readonly (readonly [name: string, score: (query: NominalSpectrum, library: NominalSpectrum) => number])[] = [
  ['cosine on I', (a, b) => cosine(a, b, { mzPower: 0, intensityPower: 1 })],
  ['cosine on √I', (a, b) => cosine(a, b, { mzPower: 0, intensityPower: 0.5 })],
  ['entropy, weighted', weightedEntropy],
  ['NIST simple MF', (a, b) => simpleOf(nistSums(a, b))],
  ['NIST identity MF', (a, b) => identityOf(nistSums(a, b))],
  ['cosine on m·√I', (a, b) => cosine(a, b)],
  ['NIST identity, reverse', (a, b) => reverseOf(nistSums(a, b))],
];

/** Weighted spectral entropy similarity (Li et al., Nature Methods 18 (2021) 1524) of whole nominal-mass spectra, no cleaning. */
function weightedEntropy(query: NominalSpectrum, library: NominalSpectrum): number {
  const a = entropyWeights(query);
  const b = entropyWeights(library);
  let sum = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (query.mz[i]! < library.mz[j]!) i++;
    else if (query.mz[i]! > library.mz[j]!) j++;
    else {
      const x = a[i++]!;
      const y = b[j++]!;
      sum += (x + y) * Math.log2(x + y) - x * Math.log2(x) - y * Math.log2(y);
    }
  }
  return sum / 2;
}

const WEIGHTS = new WeakMap<NominalSpectrum, Float64Array>();

function entropyWeights(spectrum: NominalSpectrum): Float64Array {
  const known = WEIGHTS.get(spectrum);
  if (known !== undefined) return known;
  const shares = normalised(Float64Array.from(spectrum.intensity));
  const entropy = -shares.reduce((sum, x) => sum + x * Math.log(x), 0);
  const weights = entropy >= 3 ? shares : normalised(shares.map((x) => x ** (0.25 + 0.25 * entropy)));
  WEIGHTS.set(spectrum, weights);
  return weights;
}

function normalised(values: Float64Array): Float64Array {
  const sum = values.reduce((total, x) => total + x, 0);
  return values.map((x) => x / sum);
}
