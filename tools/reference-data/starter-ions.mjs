/**
 * Makes resources/starter-ions/principal-ei-ions.json: at most twelve principal EI ions a substance, as facts with their source.
 * `node tools/reference-data/starter-ions.mjs`; needs ../shared/data/ms and the control list made before.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { casDigitAgrees, countElements, formulaFromSmiles, inchikeyFromSmiles, nominalMass, sameFormula } from './chemistry.mjs';
import { destination } from './destination.mjs';
import { massbankRecords, mspRecords } from './spectral-libraries.mjs';
import { STARTER } from './starter-substances.mjs';
import { tableText } from './table-text.mjs';

const MOST = 12;
const control = JSON.parse(readFileSync(new URL('../../resources/control-list/international-control.json', import.meta.url), 'utf8')).rows;
const swgdrug = new Map(mspRecords('swgdrug/SWGDRUG39.msp').map((record) => [record.accession, record]));
const isEi = (record) => /(^|-)EI-/.test(record.itype) && !record.deriv && record.ms === 'MS';
const eiOf = new Map();
for (const record of massbankRecords()) {
  if (!isEi(record) || !record.inchikey) continue;
  const skeleton = record.inchikey.slice(0, 14);
  eiOf.set(skeleton, [...(eiOf.get(skeleton) ?? []), record]);
}

/** Peaks on integer m/z (the larger of two on one integer), base peak 999. */
function nominalPeaks(peaks) {
  const tallest = new Map();
  for (const [mz, intensity] of peaks) tallest.set(Math.round(mz), Math.max(tallest.get(Math.round(mz)) ?? 0, intensity));
  const base = Math.max(...tallest.values());
  return new Map([...tallest].map(([mz, intensity]) => [mz, (999 * intensity) / base]));
}

/** The last m/z a molecular ion of this formula can show at more than a satellite's height: M + 2 for each chlorine or bromine. */
function lastIsotope(formula, mass) {
  const { Cl = 0, Br = 0 } = countElements(formula);
  return mass + 2 * (Cl + Br);
}

/**
 * Eight tallest ions and up to four more that tell most (m·√I), from m/z 40 to `last`, 1 % of the base peak or more; a 13C satellite
 * of its neighbour is left out. Intensities are rounded to tens: an order, not a measurement.
 */
function principalIons(peaks, last) {
  const able = [...peaks].filter(
    ([mz, intensity]) => mz >= 40 && mz <= last && intensity >= 10 && intensity > 0.25 * (peaks.get(mz - 1) ?? 0),
  );
  const byHeight = able.toSorted((a, b) => b[1] - a[1]);
  const chosen = byHeight.slice(0, 8);
  const telling = byHeight.slice(8).toSorted((a, b) => b[0] * Math.sqrt(b[1]) - a[0] * Math.sqrt(a[1]));
  return [...chosen, ...telling.slice(0, MOST - chosen.length)]
    .toSorted((a, b) => a[0] - b[0])
    .map(([mz, intensity]) => [mz, Math.min(999, Math.max(10, Math.round(intensity / 10) * 10))]);
}

/** How many of the five tallest ions of the entry are among the ten tallest of another laboratory's spectrum. */
function agreement(peaks, others) {
  const top = (all, count) =>
    [...all]
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, count)
      .map(([mz]) => mz);
  const mine = top(new Map([...peaks].filter(([mz]) => mz >= 40)), 5);
  return others.map((record) => {
    const theirs = top(nominalPeaks(record.peaks.filter(([mz]) => mz >= 39.5)), 10);
    return { accession: record.id, shared: mine.filter((mz) => theirs.includes(mz)).length, of: mine.length };
  });
}

const problems = [];
const rows = [];
for (const entry of STARTER) {
  const listed = entry.list ? control.find((row) => row.name === entry.list) : undefined;
  if (entry.list && !listed) throw new Error(`no row of the control list is called ${entry.list}`);
  const smiles = listed?.smiles ?? entry.smiles;
  const formula = formulaFromSmiles(smiles);
  const inchikey = await inchikeyFromSmiles(smiles);
  const accession = `SWGDRUG39-${entry.swgdrug}`;
  const library = swgdrug.get(accession);
  const open = entry.massbank ? eiOf.get(inchikey.slice(0, 14))?.find((record) => record.id === entry.massbank) : undefined;
  const record = open ?? library;
  if (!record) {
    problems.push(`${entry.name}: ${accession} is not in the library; left out`);
    continue;
  }
  if (library && !sameFormula(library.formula, formula))
    throw new Error(`${entry.name}: ${library.formula} in ${accession}, ${formula} from the structure`);
  if (library?.inchikey && library.inchikey.slice(0, 14) !== inchikey.slice(0, 14))
    throw new Error(`${entry.name}: ${accession} is another skeleton`);
  const mass = nominalMass(formula);
  const peaks = nominalPeaks(record.peaks);
  const last = lastIsotope(formula, mass);
  const above = Math.max(...[...peaks].filter(([mz]) => mz > last + 2).map(([, intensity]) => intensity), 0);
  if (above > 20)
    problems.push(`${entry.name}: an ion above the molecular ion reaches ${Math.round(above)} of 999 in ${record.accession ?? record.id}`);
  const cas = listed?.cas ?? entry.cas ?? null;
  if (cas !== null && !casDigitAgrees(cas)) throw new Error(`${entry.name}: check digit of ${cas}`);
  const ions = principalIons(peaks, last);
  const compared = agreement(
    peaks,
    (eiOf.get(inchikey.slice(0, 14)) ?? []).filter((other) => other !== open),
  );
  rows.push({
    name: entry.name,
    group: entry.group,
    ...(listed ? { controlListRow: listed.id } : {}),
    cas,
    formula,
    nominalMass: mass,
    smiles,
    inchikey,
    ions,
    molecularIonShown: ions.some(([mz]) => mz === mass),
    source: open
      ? { code: 'MASSBANK', entry: open.id, licence: open.lic, what: 'principal ions only' }
      : { code: 'SWGDRUG39', entry: String(entry.swgdrug), what: 'principal ions only' },
    howWellKnown: compared.some(({ shared, of }) => shared >= of - 1)
      ? 'two-laboratories-agree'
      : compared.length > 0
        ? 'two-laboratories-differ'
        : 'one-entry',
    ...(compared.length > 0 ? { compared } : {}),
  });
}

const header = {
  format: 'aliquot-principal-ions/1',
  title: 'Principal ions in electron ionisation (70 eV): starter list',
  version: '1',
  date: '2026-11-21',
  use: 'orientation-only',
  supportsConclusion: false,
  mayAppearInReport: false,
  statement:
    'For orientation on a machine that has no library yet. It can never support a conclusion or appear in a report; spectra of isomers may be the same.',
  ions: 'pairs of m/z (integer) and relative intensity (0 to 999, rounded to tens), at most 12 a substance, ascending in m/z; not a spectrum',
  sources: {
    SWGDRUG39: 'SWGDRUG MS library 3.9 (swgdrug.org), entry as numbered; principal ions only, as facts',
    MASSBANK: 'MassBank record by accession, under the licence named in the row; principal ions only, as facts',
  },
  howWellKnown: {
    'one-entry': 'the entry named as source and no other spectrum to compare',
    'two-laboratories-agree': 'at least four of its five tallest ions are among the ten tallest of the MassBank record named in compared',
    'two-laboratories-differ': 'fewer do',
  },
  statistics: { substances: rows.length, ions: rows.reduce((sum, row) => sum + row.ions.length, 0) },
};
writeFileSync(destination('starter-ions/principal-ei-ions.json'), tableText(header, rows));
console.log(
  header.statistics,
  Object.groupBy(rows, (row) => row.howWellKnown)['two-laboratories-differ']?.map((row) => row.name),
);
for (const problem of problems) console.log(problem);
