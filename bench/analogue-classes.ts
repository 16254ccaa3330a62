import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { type ClassNeighbour, classOf } from '../src/core/search/analogues/class-of';
import { classesOfEntry } from '../src/core/search/analogues/class-of-entry';
import type { AnalogueScoreId } from '../src/core/search/analogues/descriptors';
import { HybridIndex } from '../src/core/search/analogues/index/hybrid-index';
import { molecularIonCandidates } from '../src/core/search/analogues/molecular-ion';
import { EiIndex } from '../src/core/search/index/ei-index';
import type { MassSpectrum } from '../src/core/spectrum/mass-spectrum';
import { compoundOf, SWGDRUG, spectraOf } from './ei-library';

const EARLIER = SWGDRUG.replace('39', '33');
const GROUPS = '../shared/data/ms/swgdrug/groups.tsv';
/** Classes of the groups. The others ("other", precursors, cutting agents, sedatives of all kinds) are no classes of structure. */
const CLASS_OF_GROUP: Readonly<Record<string, string>> = {
  'amphetamines/phenethylamines': 'phenethylamine',
  'benzodiazepines/z-drugs': 'benzodiazepine',
  'cannabinoids (phyto)': 'phytocannabinoid',
  cathinones: 'cathinone',
  'cocaine & tropanes': 'tropane',
  dissociatives: 'dissociative',
  fentanyls: 'fentanyl',
  nitazenes: 'nitazene',
  'other opioids': 'opioid',
  piperazines: 'piperazine',
  'steroids (anabolic)': 'steroid',
  'synthetic cannabinoids': 'synthetic-cannabinoid',
  'tryptamines/LSD/hallucinogens': 'tryptamine',
};
/** Of queries whose group is no class one in so many is asked, and counts as so many. */
const OTHERS = 4;

interface Answer {
  readonly spectrum: MassSpectrum;
  readonly compound: string;
  /** The query's class by its group, `undefined` for a group that is no class. */
  readonly truth: string | undefined;
  /** The class its own name states, else that of its group: the group "other" holds members of every class. */
  readonly stated: string | undefined;
  readonly classes: readonly { readonly drugClass: string; readonly probability: number }[];
  readonly parent: string;
  readonly weight: number;
}

/**
 * Class of compounds that the library does not hold: the history of SWGDRUG 3.3 to 3.9, and each compound of 3.9 left out in turn. Entries
 * have the class that their names state, as in the program; what is right is told by groups.tsv, which the program does not know.
 */
export function classAccuracy(print: (line: string) => void): void {
  if (![SWGDRUG, EARLIER, GROUPS].every(existsSync)) {
    print(`classes: not run, ${EARLIER} or ${GROUPS} is not there`);
    return;
  }
  const groups = readGroups();
  const earlier = spectraOf(EARLIER);
  const later = spectraOf(SWGDRUG);
  print(
    'classes: SWGDRUG MSP files hold no structure: classes of entries are those their names state, those of queries those of groups.tsv',
  );
  namesAgainstGroups(print, later, groups);
  const held = new Set(earlier.map(compoundOf));
  const fresh = later.filter((spectrum) => compoundOf(spectrum) !== undefined && !held.has(compoundOf(spectrum)));
  const known = new Set(earlier.map((spectrum) => groupClass(groups, compoundOf(spectrum))));
  const left = later.filter((spectrum) => !learnedOn(compoundOf(spectrum) ?? ''));
  for (const mass of ['stated', 'estimated'] as const) {
    print(`molecular mass of the query ${mass}`);
    const history = answers(earlier, fresh, groups, 1, mass);
    const absent = history.filter(({ truth }) => truth !== undefined && !known.has(truth));
    const asked = history.filter(({ truth }) => truth !== undefined && known.has(truth));
    print(`3.3 -> 3.9: ${fresh.length} spectra of new compounds, ${asked.length} of a class that 3.3 knows`);
    print(
      `  class not in 3.3, left out: ${absent.map(({ spectrum, truth }) => `${spectrum.identity.name} (${truth})`).join(', ') || 'none'}`,
    );
    table(print, asked);
    print('  of these, compounds of the half that nothing was chosen on:');
    table(
      print,
      asked.filter(({ compound }) => !learnedOn(compound)),
      false,
    );
    reliability(print, history);
    print(`leave one compound out over 3.9, compounds not learned from; one in ${OTHERS} of groups that are no class`);
    const outcomes = answers(later, left, groups, OTHERS, mass);
    table(
      print,
      outcomes.filter(({ truth }) => truth !== undefined),
    );
    reliability(print, outcomes);
  }
}

/** How often the class that a name states is that of its group, over the compounds that no name rule was written on. */
function namesAgainstGroups(print: (line: string) => void, library: readonly MassSpectrum[], groups: ReadonlyMap<string, string>): void {
  const asked = library.filter((spectrum) => compoundOf(spectrum) !== undefined && !learnedOn(compoundOf(spectrum)!));
  const rows = asked.map((spectrum) => ({
    truth: groupClass(groups, compoundOf(spectrum)),
    stated: ofName(spectrum),
    name: spectrum.identity.name,
  }));
  const classed = rows.filter(({ truth }) => truth !== undefined);
  const right = classed.filter(({ truth, stated }) => truth === stated).length;
  const other = classed.filter(({ truth, stated }) => stated !== undefined && truth !== stated);
  print(
    `  classes by name, compounds no rule was written on: ${classed.length} with a class, right ${right}, other ${other.length}, none else`,
  );
  print(`    other: ${other.map(({ name, stated }) => `${name} (${stated})`).join('; ')}`);
  const beyond = rows.filter(({ truth, stated }) => truth === undefined && stated !== undefined);
  print(`    of ${rows.length - classed.length} in groups that are no class, ${beyond.length} are given one`);
}

/** The half of the compounds on which weights and calibration of the vote were chosen. */
export function learnedOn(compound: string): boolean {
  return (createHash('sha256').update(compound).digest()[0]! & 1) === 0;
}

function answers(
  library: readonly MassSpectrum[],
  queries: readonly MassSpectrum[],
  groups: ReadonlyMap<string, string>,
  others: number,
  massOfQuery: 'stated' | 'estimated',
) {
  const index = new HybridIndex();
  const direct = new EiIndex();
  library.forEach((spectrum, key) => {
    index.add(key, spectrum, massOf(spectrum));
    direct.add(key, spectrum);
  });
  let passed = 0;
  return queries.flatMap((spectrum): readonly Answer[] => {
    const compound = compoundOf(spectrum);
    const group = groups.get(compound ?? '');
    const mass = massOfQuery === 'stated' ? massOf(spectrum) : molecularIonCandidates(spectrum)[0]?.mass;
    if (compound === undefined || group === undefined || mass === undefined) return [];
    const truth = CLASS_OF_GROUP[group];
    if (truth === undefined && passed++ % others !== 0) return [];
    const accepts = (key: number) => compoundOf(library[key]!) !== compound;
    const neighbours = (hits: readonly { readonly recordKey: number; readonly score: number }[]) =>
      hits.map(({ recordKey, score }): ClassNeighbour => {
        const own = compoundOf(library[recordKey]!);
        return {
          compound: own ?? `record ${recordKey}`,
          score,
          ...classesOfEntry({ smiles: null, name: library[recordKey]!.identity.name }),
        };
      });
    const analogues = (score: AnalogueScoreId) => index.search(spectrum, { molecularMass: mass, score, accepts, top: 40 }).hits;
    const hybrid = analogues('ei-hybrid');
    const classes = classOf({
      hybrid: neighbours(hybrid),
      neutralLoss: neighbours(analogues('ei-neutral-loss')),
      direct: neighbours(direct.search(spectrum, { score: 'ei-identity', accepts, top: 40 }).hits),
    });
    const parent = hybrid[0] === undefined ? 'none' : library[hybrid[0].recordKey]!.identity.name;
    return [{ spectrum, compound, truth, stated: ofName(spectrum) ?? truth, classes, parent, weight: truth === undefined ? others : 1 }];
  });
}

function table(print: (line: string) => void, asked: readonly Answer[], perClass = true): void {
  const place = ({ truth, classes }: Answer) => classes.findIndex(({ drugClass }) => drugClass === truth);
  const line = (title: string, of: readonly Answer[]) => {
    const within = (n: number) => of.filter((answer) => place(answer) >= 0 && place(answer) < n).length;
    const part = (n: number) => `${within(n)} (${((100 * within(n)) / Math.max(1, of.length)).toFixed(1)} %)`.padEnd(14);
    print(`  ${title.padEnd(36)} ${String(of.length).padStart(5)}   first ${part(1)} first three ${part(3)}`);
  };
  line('all', asked);
  if (!perClass) return;
  for (const truth of [...new Set(asked.map((answer) => answer.truth ?? ''))].sort())
    line(
      truth,
      asked.filter((answer) => answer.truth === truth),
    );
  const wrong = asked.filter((answer) => place(answer) !== 0);
  const pairs = new Map<string, number>();
  for (const { truth, classes } of wrong) {
    const pair = `${truth} taken for ${classes[0]?.drugClass ?? 'none'}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const most = [...pairs].sort((a, b) => b[1] - a[1]).slice(0, 8);
  print(`  confusions: ${most.map(([pair, count]) => `${pair} ${count}`).join('; ') || 'none'}`);
  for (const { spectrum, truth, classes, parent } of wrong.filter((answer) => place(answer) < 0 || place(answer) > 2).slice(0, 12)) {
    print(`  not in three: ${spectrum.identity.name} (${truth}), first ${classes[0]?.drugClass ?? 'none'}, nearest ${parent}`);
  }
}

/** Every class named for a query, by the probability said. What is right: the class the query's own name states, else that of its group. */
function reliability(print: (line: string) => void, asked: readonly Answer[]): void {
  const named = asked.flatMap(({ stated, classes, weight }) =>
    classes.slice(0, 5).map(({ drugClass, probability }) => ({ probability, right: drugClass === stated, weight })),
  );
  print('  probability said    named   said    right   (queries without a class included: every class named is wrong)');
  for (let tenth = 0; tenth < 10; tenth++) {
    const of = named.filter(({ probability }) => Math.min(9, Math.floor(10 * probability)) === tenth);
    const total = of.reduce((sum, { weight }) => sum + weight, 0);
    if (total === 0) continue;
    const mean = (value: (one: (typeof of)[number]) => number) => of.reduce((sum, one) => sum + one.weight * value(one), 0) / total;
    const right = mean(({ right: is }) => (is ? 1 : 0));
    print(
      `  ${(tenth / 10).toFixed(1)} to ${((tenth + 1) / 10).toFixed(1)}      ${String(total).padStart(9)}   ${mean((one) => one.probability).toFixed(3)}   ${right.toFixed(3)}`,
    );
  }
  const sure = asked.filter(({ classes }) => (classes[0]?.probability ?? 0) > 0.95);
  const wrong = sure.filter(({ stated, classes }) => stated !== classes[0]!.drugClass);
  const names = wrong.slice(0, 12).map(({ spectrum, classes }) => `${spectrum.identity.name} as ${classes[0]!.drugClass}`);
  print(`  above 0.95: ${sure.length} queries, ${wrong.length} wrong: ${names.join('; ') || 'none'}`);
}

export function massOf({ identity }: MassSpectrum): number | undefined {
  const mass = Math.round(identity.molecularMass ?? 0);
  return mass > 0 ? mass : undefined;
}

function groupClass(groups: ReadonlyMap<string, string>, compound: string | undefined): string | undefined {
  return CLASS_OF_GROUP[groups.get(compound ?? '') ?? ''];
}

function ofName({ identity }: MassSpectrum): string | undefined {
  return classesOfEntry({ smiles: null, name: identity.name }).classes[0];
}

function readGroups(): ReadonlyMap<string, string> {
  const rows = readFileSync(GROUPS, 'utf8').trim().split('\n').slice(1);
  return new Map(rows.map((row) => row.split('\t')).map((fields) => [fields[4]!.slice(0, 14), fields[0]!] as const));
}
