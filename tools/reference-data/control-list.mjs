/**
 * Makes resources/control-list/international-control.json from the working list in ../shared/data/standards, re-checking every
 * row: `node tools/reference-data/control-list.mjs`. The result is committed; the sources are not.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { casDigitAgrees, formulaFromSmiles, inchikeyFromSmiles, inchikeyIsWellFormed, sameFormula, stereoOf } from './chemistry.mjs';
import { CORRECTIONS, EARLIER, ISOMER_NOTES, SOURCE_DATES, SOURCE_SHOWS } from './control-list-corrections.mjs';
import { destination } from './destination.mjs';
import { readCasPairs } from './spectral-libraries.mjs';
import { tableText } from './table-text.mjs';

const source = JSON.parse(readFileSync(new URL('../../../shared/data/standards/controlled_substances.json', import.meta.url), 'utf8'));
const { skeletonsOf, numbersOf } = readCasPairs();

/** The weakest part of what is known counts: a listing read whose schedule or year is remembered is general knowledge. */
const CONFIDENCE = { 'direct source read': 'direct', 'indirect source': 'indirect' };
const confidenceOf = (words) => CONFIDENCE[words] ?? 'general-knowledge';
const LEAST = ['general-knowledge', 'indirect', 'direct'];
const weakest = (levels) => LEAST.find((level) => levels.includes(level));

function moment(year, basis, session) {
  const decision = session === null || session === undefined ? {} : { session };
  // The tables of 1988 came with the Convention, which entered into force on 11 November 1990.
  if (year === 1988) return { date: '1990', precision: 'year', event: 'convention-in-force', yearBasis: ['GK'] };
  if (year !== null) {
    const dated = basis.filter((code) => SOURCE_DATES[code] === year);
    return { date: String(year), precision: 'year', event: 'decision', ...decision, yearBasis: dated.length > 0 ? dated : ['GK'] };
  }
  const shown = basis.map((code) => SOURCE_SHOWS[code]).filter((value) => value !== undefined);
  return { date: null, precision: 'unknown', ...(shown.length > 0 ? { notAfter: String(Math.min(...shown)) } : {}) };
}

function intervalsOf(rows) {
  const earlier = (EARLIER[rows[0].name] ?? []).map(({ convention, schedule, from, to, basis }) => ({
    convention,
    schedule,
    from: moment(from, basis),
    to: moment(to, basis),
    basis,
    confidence: 'general-knowledge',
  }));
  const listed = rows.map((row) => ({
    convention: row.convention,
    schedule: row.schedule,
    from: moment(row.decision_year, row.control_source, row.cnd_session),
    to: row.status === 'deleted' ? moment(2020, ['GK'], 63) : null,
    basis: row.control_source,
    confidence: confidenceOf(row.control_confidence),
    ...(CONFIDENCE[row.control_confidence] || row.control_confidence === 'general knowledge only' ? {} : { known: row.control_confidence }),
  }));
  return [...earlier, ...listed];
}

function checkCas(cas, inchikey, claims) {
  const skeleton = inchikey?.slice(0, 14);
  const elsewhere = skeleton ? [...(numbersOf.get(skeleton) ?? [])].sort() : [];
  if (cas === null) return { digit: 'not-given', libraries: elsewhere.length > 0 ? 'others' : 'not-found', others: elsewhere };
  const digit = casDigitAgrees(cas) ? 'agrees' : 'fails';
  if (!skeleton) return { digit, libraries: 'no-structure', others: [] };
  const found = skeletonsOf.get(cas);
  if (found?.has(skeleton)) return { digit, libraries: 'agrees', others: [] };
  if (found) return { digit, libraries: 'fails', others: elsewhere };
  return { digit, libraries: claims ? 'agrees-earlier' : elsewhere.length > 0 ? 'others' : 'not-found', others: elsewhere };
}

async function rowOf(rows) {
  const first = rows[0];
  const correction = CORRECTIONS[first.name];
  const stated = { cas: first.cas, formula: first.formula, smiles: first.smiles, ...correction?.set };
  const corrected = correction === undefined ? [] : Object.keys(correction.set);
  const structureChanged = corrected.includes('smiles');
  // A number the working list knew from memory alone is taken when a library gives the same one for the same skeleton.
  const remembered = first.cas_unverified_general_knowledge;
  if (stated.cas === null && remembered && skeletonsOf.get(remembered)?.has(first.inchikey?.slice(0, 14))) stated.cas = remembered;

  const computedKey = stated.smiles ? await inchikeyFromSmiles(stated.smiles) : null;
  const inchikey = structureChanged ? computedKey : first.inchikey;
  const cas = checkCas(stated.cas, inchikey, first.cas_check === 'check digit ok; structure cross-checked');
  const stereo = stated.smiles ? await stereoOf(stated.smiles) : null;
  const control = intervalsOf(rows);
  const notes = [first.note, ...rows.map((row) => row.history), ISOMER_NOTES[first.name]].filter((note) => note !== undefined);
  return {
    id: `ic-${first.id.slice(2)}`,
    name: first.name,
    synonyms: [...new Set(rows.flatMap((row) => row.synonyms))],
    class: first.class,
    cas: stated.cas,
    formula: stated.formula,
    smiles: stated.smiles,
    inchikey,
    control,
    history: control.every((interval) => interval.from.precision !== 'unknown') ? 'known-from-listing' : 'incomplete',
    confidence: weakest(control.map((interval) => interval.confidence)),
    structureSources: structureChanged ? 'corrected here' : (first.structure_agreement ?? null),
    checks: {
      casDigit: cas.digit,
      casInLibraries: cas.libraries,
      ...(cas.others.length > 0 ? { casElsewhere: cas.others } : {}),
      formula: stated.smiles ? (sameFormula(formulaFromSmiles(stated.smiles), stated.formula) ? 'agrees' : 'fails') : 'no-structure',
      inchikeySyntax: inchikey ? (inchikeyIsWellFormed(inchikey) ? 'agrees' : 'fails') : 'no-structure',
      inchikeyStructure: stated.smiles ? (computedKey === inchikey ? 'agrees' : 'fails') : 'no-structure',
      ...(stereo && stereo.open > 0 ? { openStereo: stereo.open } : {}),
    },
    ...(correction ? { corrected: { fields: corrected, why: correction.why, by: correction.by } } : {}),
    ...(notes.length > 0 ? { notes: [...new Set(notes)] } : {}),
  };
}

const groups = Map.groupBy(source.rows, (row) => row.name);
const rows = [];
for (const group of groups.values()) rows.push(await rowOf(group));
const bySkeleton = Map.groupBy(
  rows.filter((row) => row.inchikey),
  (row) => row.inchikey.slice(0, 14),
);
for (const row of rows) {
  const relatives = (row.inchikey ? bySkeleton.get(row.inchikey.slice(0, 14)) : []).filter((other) => other !== row);
  if (relatives.length > 0) row.sameSkeleton = relatives.map((other) => other.id);
}

const header = {
  format: 'aliquot-control-list/1',
  title: 'Substances under international control (1961, 1971 and 1988 conventions): working list',
  version: '1',
  date: '2026-11-21',
  notAnOfficialList: true,
  verified: false,
  statement:
    'Not an official list. Every row is unverified until a person of the laboratory has compared it with the current Yellow, Green or Red List of the INCB.',
  coversDecisionsUntil: 'CND 68 (March 2025)',
  missing: ['Decisions of CND 69 (March 2026) and later', 'Moves between schedules before the interval shown, unless an interval says so'],
  reading: {
    from: 'date is the year of the decision (yearBasis: who says so), not the day it took effect; precision "unknown" with notAfter means: a source showing that year lists it',
    to: 'null: no later decision is known to this list',
    binding:
      '1961: on receipt of the notification; 1971 and 1988: 180 days after communication. Within the year of a decision and the year after it the status is unknown.',
    confidence:
      'direct: the listing was read at its source; indirect: at second hand; general-knowledge: remembered. yearBasis speaks for the year alone',
    inchikey: 'compare whole keys; the first block alone does not tell isomers apart, see sameSkeleton and checks.openStereo',
  },
  scope: {
    '1961 I': 'isomers, esters, ethers and salts as the Schedule states',
    '1961 II': 'isomers and salts as the Schedule states',
    '1961 III': 'preparations as described; not a substance',
    '1961 IV': 'salts and all forms as the Schedule states; every entry is also in Schedule I',
    '1971 I': 'stereoisomers and salts; not esters',
    '1971 II': 'salts; not esters',
    '1971 III': 'salts; not esters',
    '1971 IV': 'salts; not esters',
    '1988 Table I': 'salts',
    '1988 Table II': 'salts, except the salts of hydrochloric acid and of sulphuric acid',
  },
  scopeBasis: 'wording read for 1961 I, II and 1971; the rest general knowledge. Isomers in 1961 II: general knowledge',
  sources: source.meta.sources,
  statistics: {
    rows: rows.length,
    intervals: rows.reduce((sum, row) => sum + row.control.length, 0),
    corrected: rows.filter((row) => row.corrected).length,
    withStructure: rows.filter((row) => row.smiles).length,
    withCas: rows.filter((row) => row.cas).length,
    casAgreesWithLibraries: rows.filter((row) => row.checks.casInLibraries === 'agrees').length,
    fromUnknown: rows.filter((row) => row.control.some((interval) => interval.from.precision === 'unknown')).length,
  },
};
writeFileSync(destination('control-list/international-control.json'), tableText(header, rows));
console.log(header.statistics);
for (const row of rows) {
  const failed = Object.entries(row.checks)
    .filter(([, value]) => value === 'fails')
    .map(([name]) => name);
  if (failed.length > 0) console.log(`FAILS ${row.name}: ${failed.join(', ')}`);
  if (row.checks.casInLibraries === 'others' && row.cas)
    console.log(`other number: ${row.name} ${row.cas}; libraries ${row.checks.casElsewhere}`);
}
