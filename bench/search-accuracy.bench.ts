import { existsSync } from 'node:fs';
import { EiIndex } from '../src/core/search/index/ei-index';
import { EI_SCORE_IDS } from '../src/core/search/scores/descriptors';
import type { MassSpectrum } from '../src/core/spectrum/mass-spectrum';
import { compoundOf, FENTANYLS, mspFilesUnder, SWGDRUG, spectraOf } from './ei-library';

interface Query {
  readonly spectrum: MassSpectrum;
  readonly compound: string | undefined;
}

/**
 * Queries every NIST fentanyl file against SWGDRUG 3.9. A compound is the skeleton of its InChIKey; candidates are counted by
 * compound (several spectra of one compound are one candidate, at the place of its best). Nothing was tuned on these files.
 */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(SWGDRUG) || !existsSync(FENTANYLS)) {
    print(`search accuracy: not run, ${SWGDRUG} or ${FENTANYLS} is not there`);
    return;
  }
  const library = spectraOf(SWGDRUG);
  const index = new EiIndex();
  library.forEach((spectrum, key) => {
    index.add(key, spectrum);
  });
  const held = new Set(library.map(compoundOf));
  const queries: readonly Query[] = mspFilesUnder(FENTANYLS).flatMap((path) =>
    spectraOf(path).map((spectrum) => ({ spectrum, compound: compoundOf(spectrum) })),
  );
  const known = queries.filter(({ compound }) => compound !== undefined && held.has(compound));
  const unnamed = queries.filter(({ compound }) => compound === undefined);
  const copies = known.filter(({ spectrum }) => library.some((entry) => sameSpectrum(entry, spectrum)));
  const independent = known.filter((query) => !copies.includes(query));

  print(`search accuracy: library SWGDRUG 3.9, ${library.length} spectra; queries ${queries.length} NIST fentanyl spectra`);
  print(
    `  compound held by the library ${known.length}, not held ${queries.length - known.length - unnamed.length}, without InChIKey ${unnamed.length}`,
  );
  print(`  of the held ones ${copies.length} are copies of a library spectrum (same peaks): see the rows "not copies"`);
  table(print, index, library, known, 'all held');
  table(print, index, library, independent, 'not copies');
  print('  queries whose compound the library does not hold, and the nearest it offers (identity):');
  for (const { spectrum, compound } of queries) {
    if (compound !== undefined && held.has(compound)) continue;
    const [best] = index.search(spectrum, { score: 'ei-identity', top: 1 }).hits;
    const nearest = best === undefined ? 'nothing' : `${library[best.recordKey]!.identity.name} (${best.comparison.identity.shown})`;
    print(`    ${spectrum.identity.name}${compound === undefined ? ' [no InChIKey]' : ''} -> ${nearest}`);
  }
}

function table(
  print: (line: string) => void,
  index: EiIndex,
  library: readonly MassSpectrum[],
  queries: readonly Query[],
  title: string,
): void {
  print(`  ${`${title}, n = ${queries.length}`.padEnd(24)}  top-1      top-3`);
  for (const score of EI_SCORE_IDS) {
    const places = queries.map(({ spectrum, compound }) => {
      const hits = index.search(spectrum, { score, top: 100 }).hits;
      const compounds = [...new Set(hits.map((hit) => compoundOf(library[hit.recordKey]!) ?? `record ${hit.recordKey}`))];
      return compounds.indexOf(compound ?? '');
    });
    const within = (n: number): string => {
      const found = places.filter((place) => place >= 0 && place < n).length;
      return `${((100 * found) / Math.max(1, queries.length)).toFixed(1)} %`.padEnd(9);
    };
    print(`    ${score.padEnd(22)}  ${within(1)}  ${within(3)}`);
  }
}

function sameSpectrum(a: MassSpectrum, b: MassSpectrum): boolean {
  return a.mz.length === b.mz.length && a.mz.every((mz, i) => mz === b.mz[i] && a.intensity[i] === b.intensity[i]);
}
