import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluateGate } from '../../../src/core/identification/gate';
import { DEVIATION_KINDS } from '../../../src/core/identification/gate-input';
import { ACTIONS, CRITERIA, STATES } from '../../../src/core/identification/gate-outcome';
import { LEVELS } from '../../../src/core/identification/level';
import { REASON_CODES } from '../../../src/core/identification/reason-codes';
import { tables } from './evidence';
import { OWN_VECTORS } from './own-vectors';
import { PUBLISHED_VECTORS } from './published-vectors';

type Messages = Record<string, Record<string, unknown>>;
const read = (language: string): Messages =>
  JSON.parse(readFileSync(new URL(`../../../src/i18n/locales/${language}/criteria.json`, import.meta.url), 'utf8'));
const languages = { en: read('en'), fr: read('fr') };
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  level: LEVELS,
  criterion: CRITERIA,
  state: STATES,
  reason: REASON_CODES,
  wayOut: ACTIONS,
  deviation: DEVIATION_KINDS,
  technique: ids(tables.techniques),
  artefact: ids(tables.artefacts),
  group: ids(tables.isomerGroups),
};

describe.each(Object.entries(languages))('the words of the gate in %s', (_, messages) => {
  it.each(Object.entries(EXPECTED))('%s: one sentence per id, none unused', (section, expected) => {
    expect(Object.keys(messages[section] ?? {}).sort()).toEqual([...expected].sort());
  });
});

describe('the two languages', () => {
  const blanks = (text: unknown) => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
  it('take the same parameters', () => {
    for (const code of REASON_CODES) expect(blanks(languages.fr.reason?.[code]), code).toEqual(blanks(languages.en.reason?.[code]));
  });
  it('never use the word "tentative" in French, where it means an attempt', () => {
    const texts = (value: unknown): readonly string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(texts);
    expect(texts(languages.fr).filter((text) => /tentative/i.test(text))).toEqual([]);
    expect(languages.fr.level?.tentative).toBe('indicatif – à confirmer');
  });
  it('ask for no parameter that the gate does not give', () => {
    const components = [...PUBLISHED_VECTORS, ...OWN_VECTORS].flatMap(({ input }) => evaluateGate(input).components);
    const given = components.flatMap(({ checklist, blocks, warnings, notCounted }) => [
      ...checklist.flatMap(({ reasons }) => reasons),
      ...blocks,
      ...warnings,
      ...notCounted.flatMap(({ reasons }) => reasons),
    ]);
    expect(given.length).toBeGreaterThan(100);
    for (const { code, params } of given) {
      for (const name of blanks(languages.en.reason?.[code])) expect(Object.keys(params), code).toContain(name);
    }
  });
});
