/**
 * Makes resources/substance-names/names.json from substance-names.txt, tying each row to the starter or control list:
 * `node tools/reference-data/substance-names.mjs`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { destination } from './destination.mjs';
import { tableText } from './table-text.mjs';

const RESOURCES = new URL('../../resources/', import.meta.url);
const rowsOf = (path) => JSON.parse(readFileSync(new URL(path, RESOURCES), 'utf8')).rows;
const starter = rowsOf('starter-ions/principal-ei-ions.json');
const control = rowsOf('control-list/international-control.json');
const LANGUAGES = ['en', 'fr', 'es', 'ru', 'ar', 'zh'];
/** A name must be written in its language's script; it catches a column that slipped. */
const SCRIPT = { ru: /[\p{Script=Cyrillic}]/u, ar: /[\p{Script=Arabic}]/u, zh: /[\p{Script=Han}]/u };

const lines = readFileSync(new URL('substance-names.txt', import.meta.url), 'utf8').split('\n');
const rows = lines
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [key, ...cells] = line.split('|');
    if (cells.length !== LANGUAGES.length) throw new Error(`${key}: ${cells.length} cells`);
    const ion = starter.find((row) => row.name === key);
    const listed = control.find((row) => row.name.toLowerCase() === key.toLowerCase());
    if (!ion && !listed) throw new Error(`${key} is in neither list`);
    const names = {};
    cells.forEach((cell, index) => {
      const language = LANGUAGES[index];
      // A comma followed by a space parts two names; one inside a name (3,4-…) has none.
      const found = cell.split(', ').filter((name) => name !== '');
      for (const name of found) {
        const script = SCRIPT[language];
        if (script && !script.test(name)) throw new Error(`${key}: ${name} is not ${language}`);
      }
      if (found.length > 0) names[language] = found;
    });
    return {
      name: listed?.name ?? key,
      inchikey: listed?.inchikey ?? ion?.inchikey ?? null,
      ...(listed ? { controlListRow: listed.id } : {}),
      names,
      basis: 'GK',
    };
  });

const header = {
  format: 'aliquot-substance-names/1',
  title: 'Names of substances in six languages',
  version: '1',
  date: '2026-11-21',
  languages: LANGUAGES,
  verified: false,
  statement:
    'General knowledge, verify. International non-proprietary or common names; a language is missing where the name was not certain.',
  sources: { GK: 'general knowledge of the author; no list was read' },
  statistics: {
    substances: rows.length,
    ...Object.fromEntries(LANGUAGES.map((language) => [language, rows.filter((row) => row.names[language]).length])),
  },
};
writeFileSync(destination('substance-names/names.json'), tableText(header, rows));
console.log(header.statistics);
const named = new Set(rows.map((row) => row.name.toLowerCase()));
console.log(
  'starter substances without a row:',
  starter
    .filter((row) => !named.has(row.name.toLowerCase()))
    .map((row) => row.name)
    .join(', '),
);
