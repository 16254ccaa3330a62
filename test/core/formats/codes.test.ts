import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalCodes, warningCodes } from '../../../src/core/formats/codes';

interface Catalogue {
  readonly warning: Readonly<Record<string, string>>;
  readonly refusal: Readonly<Record<string, string>>;
}

const catalogue = (language: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`../../../src/i18n/locales/${language}/reading.json`, import.meta.url), 'utf8')) as Catalogue;

/** Said by the engine before a reader sees the file (src/main/engine/regular-files.ts, attachments) or after a reader failed (engine/measurements), in the same words' place. */
const SAID_BY_STORAGE = ['growing', 'not-a-file', 'not-readable', 'reader-failed'];

function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] as string);
}

describe.each(['en', 'fr'])('sentences of warnings and refusals (%s)', (language) => {
  const { warning, refusal } = catalogue(language);

  it('exist for every code and for no other', () => {
    expect(Object.keys(warning).toSorted()).toEqual(Object.keys(warningCodes).toSorted());
    expect(Object.keys(refusal).toSorted()).toEqual([...Object.keys(refusalCodes), ...SAID_BY_STORAGE].toSorted());
  });

  it.each(Object.entries(warningCodes))('use only the parameters of %s', (code, params) => {
    expect([...params, 'line']).toEqual(expect.arrayContaining(placeholders(warning[code] ?? '')));
  });

  it.each(Object.entries(refusalCodes))('name the file and use only the parameters of %s', (code, params) => {
    const used = placeholders(refusal[code] ?? '');
    expect(used).toContain('file');
    expect([...params, 'file', 'line', 'byte']).toEqual(expect.arrayContaining(used));
  });
});
