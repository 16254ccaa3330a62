import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scoreId } from '../../src/contract/search-method';
import { deconvolutionNotes, deconvolutionRefusals } from '../../src/core/processing/deconvolution/component';
import { ALIQUOT_TERMS } from '../../src/core/search/aliquot/terms';
import { DRUG_CLASSES } from '../../src/core/search/analogues/facts/classes';
import { PARTS_OF_CLASS } from '../../src/core/search/analogues/facts/diagnostic-ions';
import { COMMON_DIFFERENCES } from '../../src/core/search/analogues/facts/differences';
import type { MolecularIonReason } from '../../src/core/search/analogues/molecular-ion';
import { type EnergyVerdict, invertedSearchRefusals } from '../../src/core/search/energies/inverted-result';
import type { TestCondition } from '../../src/core/search/evidence/conditions';
import type { EvidenceReason } from '../../src/core/search/evidence/evidence-line';
import type { MinMaxResult } from '../../src/core/search/evidence/min-max-test';
import type { SpectrumTTestResult } from '../../src/core/search/evidence/t-test';
import { FINDING_SEVERITY } from '../../src/core/search/hygiene/finding';
import { leftOutReasons, mixtureRefusals, mixtureStops } from '../../src/core/search/mixtures/mixture-codes';
import { notComparableReasons, traceCautions, traceRefusals } from '../../src/core/search/traces/trace-codes';
import { catalogue } from '../../src/i18n/catalogue';
import { TECHNIQUE_NAMES } from '../../src/main/engine/identification/evidence/likeness';

const LANGUAGES = ['en', 'fr'] as const;
type Table = Readonly<Record<string, readonly string[]>>;

/** Codes that are types alone; what fills their sentences is written beside them, so that a new code does not compile without. */
const ionReasons: Readonly<Record<MolecularIonReason, readonly string[]>> = {
  'molecular-ion-last-cluster': ['mz'],
  'molecular-ion-absent': ['loss', 'mz'],
  'molecular-ion-plausible-losses': ['count', 'loss'],
  'molecular-ion-implausible-loss': ['loss'],
  'molecular-ion-nitrogen-rule': ['percent'],
  'molecular-ion-isotopes-fit': ['percent'],
  'molecular-ion-isotopes-too-strong': ['percent'],
  'molecular-ion-halogen-pattern': ['percent'],
};
const retention = ['sample', 'reference', 'difference', 'window', 'unit'];
const colour = ['reagent', 'observed', 'expected'];
const spread = ['value', 'limit', 'spread', 'apart'];
const evidenceReasons: Readonly<Record<EvidenceReason, readonly string[]>> = {
  'within-spread': spread,
  between: spread,
  'far-outside-spread': spread,
  'mixture-may-hide': spread,
  'other-peaks-unsearched': spread,
  'no-reference': [],
  'component-of-fit': ['percent'],
  'retention-within': retention,
  'retention-outside': retention,
  'retention-not-comparable': [],
  'colour-as-expected': colour,
  'colour-differs': colour,
  'colour-may-be-masked': colour,
  'colour-says-nothing': [],
};
const conditions: Readonly<Record<TestCondition['code'], readonly string[]>> = {
  'screen-only': [],
  'replicates-too-few': ['found', 'needed'],
  'replicates-few': ['found', 'usual'],
  'single-query': ['found'],
  'other-instrument': [],
  'conditions-unstated': [],
  'no-common-range': [],
  'many-ions-tested': ['tested', 'expected'],
};
const minMax: Readonly<Record<MinMaxResult['verdict'], readonly string[]>> = {
  discriminated: ['within', 'between', 'margin'],
  'not-discriminated': ['within', 'between', 'margin'],
  'not-applicable': [],
};
const variance: Readonly<Record<SpectrumTTestResult['verdict'], readonly string[]>> = {
  discriminated: ['ions', 'tested'],
  associated: ['tested'],
  'not-applicable': [],
};
const verdicts: Readonly<Record<EnergyVerdict, readonly string[]>> = { present: [], possible: [], 'not-supported': [] };

const bare = (codes: Iterable<string>): Table => Object.fromEntries([...codes].map((code) => [code, []]));
const counted = (table: Table): Table => Object.fromEntries(Object.keys(table).map((code) => [code, ['count']]));
const differences = COMMON_DIFFERENCES.flatMap(({ code }) => [`${code}.more`, `${code}.less`]);

/** Where each table of codes has its sentences: as the engine names them and the window looks them up. */
const TABLES: readonly (readonly [beginning: string, codes: Table])[] = [
  ['search:warning.trace-', traceCautions],
  ['errors:rule.identify.trace-refused.', traceRefusals],
  ['search:warning.not-compared-', counted({ ...notComparableReasons, ...traceRefusals, ...leftOutReasons })],
  ['errors:rule.identify.mixture-refused.', mixtureRefusals],
  ['search:stopped.', mixtureStops],
  ['errors:rule.identify.energies-refused.', invertedSearchRefusals],
  ['search:warning.', { ...deconvolutionRefusals, ...deconvolutionNotes }],
  ['search:warning.', { 'run-without-times': ['unit'], 'run-too-large': ['peaks', 'most'] }],
  ['search:term.', bare(ALIQUOT_TERMS)],
  ['search:term.energies-', { ...verdicts, explained: [], reverse: [], gain: [] }],
  ['search:ion.', ionReasons],
  ['search:class.', bare(DRUG_CLASSES)],
  ['search:judgement.class-basis.', bare(['structure', 'name', 'both'])],
  ['search:difference.', bare(differences)],
  ['search:part.', bare(Object.values(PARTS_OF_CLASS).flat())],
  ['search:technique.', bare(Object.values(TECHNIQUE_NAMES))],
  ['evidence:reason.', evidenceReasons],
  ['evidence:condition.', conditions],
  ['evidence:verdict.min-max.', minMax],
  ['evidence:verdict.unequal-variance.', variance],
  ['hygiene:code.', bare(Object.keys(FINDING_SEVERITY))],
  ...(['name', 'short', 'hint'] as const).map((said) => ['identify:score.', bare(scoreId.options.map((id) => `${id}.${said}`))] as const),
];

/** The sentences of a key in a language itself, without falling back to English: one, or one for each plural form. */
function sentencesOf(language: string, key: string): readonly string[] {
  const [namespace = '', path = ''] = key.split(':');
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const parent = steps.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[step] : undefined),
    catalogue[language]?.[namespace],
  );
  if (typeof parent !== 'object' || parent === null) return [];
  const plain = (name: string): boolean => name === last || /^_(zero|one|two|few|many|other)$/.test(name.slice(last.length));
  return Object.entries(parent).flatMap(([name, text]) => (name.startsWith(last) && plain(name) && typeof text === 'string' ? [text] : []));
}

const parameters = (sentence: string): readonly string[] => [...sentence.matchAll(/\{\{\s*([\w-]+)/g)].map(([, name]) => name ?? '');

describe.each(LANGUAGES)('the codes of a search, in %s', (language) => {
  it.each(TABLES)('%s has a sentence for each, filled by what comes with it', (beginning, codes) => {
    expect(Object.keys(codes)).not.toHaveLength(0);
    const wordless = Object.keys(codes).filter((code) => sentencesOf(language, beginning + code).length === 0);
    expect(wordless).toEqual([]);
    const unfilled = Object.entries(codes).flatMap(([code, params]) =>
      sentencesOf(language, beginning + code).flatMap((sentence) =>
        parameters(sentence).flatMap((name) => (params.includes(name) ? [] : [`${code}: {{${name}}}`])),
      ),
    );
    expect(unfilled).toEqual([]);
  });

  it('every rule that the engine refuses by has a sentence', () => {
    const engine = join(import.meta.dirname, '../../src/main/engine');
    const sources = readdirSync(engine, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const rules = sources.flatMap((name) =>
      [...readFileSync(join(engine, name), 'utf8').matchAll(/\brefused\('([a-z][\w.-]*)'/g)].map(([, code]) => code ?? ''),
    );
    expect(rules.length).toBeGreaterThan(100);
    expect([...new Set(rules)].filter((code) => sentencesOf(language, `errors:rule.${code}`).length === 0)).toEqual([]);
  });
});
