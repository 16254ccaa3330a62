import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readResource } from './read-resource';

const names = z.array(z.string().min(1)).min(1);
const list = readResource(
  'substance-names/names.json',
  z.looseObject({
    verified: z.literal(false),
    statement: z.string(),
    sources: z.record(z.string(), z.string()),
    rows: z.array(
      z.strictObject({
        name: z.string(),
        inchikey: z.string().nullable(),
        controlListRow: z.string().optional(),
        names: z.strictObject({
          en: names.optional(),
          fr: names.optional(),
          es: names.optional(),
          ru: names.optional(),
          ar: names.optional(),
          zh: names.optional(),
        }),
        basis: z.literal('GK'),
      }),
    ),
  }),
);
const known = ['control-list/international-control.json', 'starter-ions/principal-ei-ions.json'].flatMap(
  (path) => readResource(path, z.looseObject({ rows: z.array(z.looseObject({ name: z.string(), inchikey: z.string().nullable() })) })).rows,
);

describe('names in other languages', () => {
  it('belong to substances of the other lists, each once', () => {
    expect(list.rows.length).toBeGreaterThanOrEqual(150);
    expect(new Set(list.rows.map(({ name }) => name)).size).toBe(list.rows.length);
    for (const { name, inchikey } of list.rows)
      expect(
        known.filter((row) => row.name === name).map((row) => row.inchikey),
        name,
      ).toContain(inchikey);
  });

  it('are written in the script of their language', () => {
    const scripts = {
      ru: /\p{Script=Cyrillic}/u,
      ar: /\p{Script=Arabic}/u,
      zh: /\p{Script=Han}/u,
      fr: /\p{Script=Latin}/u,
      es: /\p{Script=Latin}/u,
    } as const;
    for (const { names: found } of list.rows) {
      for (const [language, script] of Object.entries(scripts)) {
        for (const name of found[language as keyof typeof scripts] ?? []) expect(name).toMatch(script);
      }
    }
  });

  it('do not give two substances one name in a language', () => {
    for (const language of ['en', 'fr', 'es', 'ru', 'ar', 'zh'] as const) {
      const all = list.rows.flatMap((row) => row.names[language] ?? []);
      expect(
        all.filter((name, at) => all.indexOf(name) !== at),
        language,
      ).toEqual([]);
    }
  });

  it('say that they are general knowledge', () => {
    expect(list.statement).toContain('verify');
  });
});
