// What the catalogues hold: src/i18n/locales/<language>/<namespace>.json, nested objects of texts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {ReadonlyMap<string, string>} Messages text by whole key, `namespace:path.name` */

const pluralEnding = /_(?:ordinal_)?(zero|one|two|few|many|other)$/;

/** A key without its plural form: what the code names. */
export const named = (/** @type {string} */ key) => key.replace(pluralEnding, '');
export const pluralForm = (/** @type {string} */ key) => pluralEnding.exec(key)?.[1];

/** @param {string} text */
export const parametersOf = (text) => new Set([...text.matchAll(/\{\{-?\s*(\w+)/g)].map(([, name]) => name ?? ''));

/**
 * @param {string} folder of one language
 * @returns {Map<string, string>}
 */
export function readMessages(folder) {
  /** @type {Map<string, string>} */
  const messages = new Map();
  /**
   * @param {unknown} value
   * @param {string} key
   */
  const add = (value, key) => {
    if (typeof value === 'string') messages.set(key, value);
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) add(inner, key.endsWith(':') ? key + name : `${key}.${name}`);
    else throw new Error(`${folder}: ${key} is neither a text nor a group of texts`);
  };
  if (!existsSync(folder)) return messages;
  for (const file of readdirSync(folder))
    if (file.endsWith('.json')) add(JSON.parse(readFileSync(join(folder, file), 'utf8')), `${file.slice(0, -5)}:`);
  return messages;
}

/**
 * What a translation lacks or has too much of, compared with English.
 * @param {string} language
 * @param {Messages} english
 * @param {Messages} translation
 * @param {(namespace: string) => boolean} mustBeWhole
 * @returns {string[]}
 */
export function compareLanguages(language, english, translation, mustBeWhole) {
  const findings = [];
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const wanted = new Map([...english].map(([key, text]) => [named(key), { plural: pluralForm(key) !== undefined, text }]));
  const there = new Set([...translation.keys()].map(named));
  for (const [key, { plural }] of wanted) {
    if (!mustBeWhole(key.slice(0, key.indexOf(':'))) && !there.has(key)) continue;
    const missing = plural
      ? forms.map((form) => `${key}_${form}`).filter((whole) => !translation.has(whole))
      : translation.has(key)
        ? []
        : [key];
    findings.push(...missing.map((whole) => `${language}: missing message ${whole}`));
  }
  for (const [key, text] of translation) {
    const original = wanted.get(named(key));
    if (original === undefined) findings.push(`${language}: message ${key} does not exist in English`);
    else
      for (const name of parametersOf(text))
        if (![...english].some(([other, words]) => named(other) === named(key) && parametersOf(words).has(name)))
          findings.push(`${language}: ${key} has a parameter {{${name}}} that English lacks`);
    if (original !== undefined && !original.plural)
      for (const name of parametersOf(original.text))
        if (!parametersOf(text).has(name)) findings.push(`${language}: ${key} lacks the parameter {{${name}}}`);
  }
  return findings;
}
