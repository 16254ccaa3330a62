import { countElements } from '../chemistry.mjs';
import { seeded } from './random.mjs';

/** Small ions that organic molecules give anyway: alkyl, phenyl, benzyl and amine series. */
const COMMON = [
  41, 42, 43, 44, 50, 51, 52, 53, 54, 55, 56, 57, 63, 64, 65, 66, 67, 68, 69, 70, 71, 75, 76, 77, 78, 79, 80, 81, 82, 89, 90, 91,
].concat([92, 94, 95, 96, 98, 102, 103, 104, 105, 115, 128]);

/** Ions of methylsiloxanes from the column and of air. */
const BLEED = [
  [44, 900],
  [73, 800],
  [147, 300],
  [191, 220],
  [207, 2500],
  [208, 520],
  [209, 340],
  [253, 180],
  [281, 900],
  [282, 240],
  [355, 160],
];

/**
 * The invented spectrum of a substance, base peak 1: its principal ions as facts, the 13C satellite of each (1.1 % a carbon, carbons
 * in proportion to the mass) and small common ions whose height is drawn for the substance. It is nobody's measurement.
 */
export function templateOf(row) {
  const random = seeded(`template ${row.inchikey}`);
  const peaks = new Map(row.ions.map(([mz, intensity]) => [mz, intensity / 999]));
  const { C = 0 } = countElements(row.formula);
  for (const [mz, intensity] of row.ions) {
    const satellite = (intensity / 999) * 0.011 * C * (mz / row.nominalMass);
    if (mz < row.nominalMass + 1 && !peaks.has(mz + 1) && satellite > 0.002) peaks.set(mz + 1, satellite);
  }
  for (const mz of COMMON) {
    if (mz >= row.nominalMass - 20 || peaks.has(mz) || random.next() < 0.45) continue;
    peaks.set(mz, 0.003 + 0.022 * random.next() ** 2 * (45 / mz));
  }
  return peaks;
}

/** Column bleed and stray ions in counts, as any scan shows them. */
function background(random) {
  const counts = new Map(BLEED.map(([mz, height]) => [mz, height * random.between(0.7, 1.3)]));
  for (let stray = 0; stray < 14; stray++) {
    const mz = Math.floor(random.between(40, 400));
    counts.set(mz, (counts.get(mz) ?? 0) + random.between(15, 60));
  }
  return counts;
}

/**
 * One scan in counts: the template at a height, 2.5 % relative scatter an ion (what a quadrupole repeats from injection to injection),
 * counting noise, background. `seed` names the injection, so that no two scans are alike and each is made again the same.
 */
export function scanOf(template, height, seed) {
  const random = seeded(`scan ${seed}`);
  const counts = background(random);
  for (const [mz, share] of [...(template ?? new Map())].sort((a, b) => a[0] - b[0])) {
    const ideal = share * height;
    const measured = ideal * (1 + 0.025 * random.normal()) + Math.sqrt(ideal) * random.normal();
    counts.set(mz, (counts.get(mz) ?? 0) + Math.max(0, measured));
  }
  return [...counts]
    .map(([mz, count]) => [mz, Math.round(count)])
    .filter(([, count]) => count >= 10)
    .sort((a, b) => a[0] - b[0]);
}

/** A scan on a library's scale: base peak 999, nothing below 2. */
export function libraryPeaks(template, seed) {
  const peaks = scanOf(template, 1_500_000, seed).filter(([mz]) => template.has(mz));
  const base = Math.max(...peaks.map(([, count]) => count));
  return peaks.map(([mz, count]) => [mz, Math.round((999 * count) / base)]).filter(([, height]) => height >= 2);
}
