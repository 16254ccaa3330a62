// Every text a person sees is in the message catalogue, every message is used, every language has what it promises.
// Run: node scripts/check-catalogue.mjs [project folder]
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { compareLanguages, named, readMessages } from './catalogue/messages.mjs';
import { readMentions } from './catalogue/source.mjs';
import { projectRoot } from './setup/places.mjs';

/** Namespaces that a language must have whole; a language not named here owes them all. Arabic proves right-to-left with the frame. */
const promised = /** @type {Readonly<Record<string, readonly string[]>>} */ ({ ar: ['shell', 'frame'] });

const root = resolve(process.argv[2] ?? projectRoot);
const locales = join(root, 'src', 'i18n', 'locales');
const english = readMessages(join(locales, 'en'));
const languages = readdirSync(locales).filter((language) => language !== 'en');
const namespaces = new Set([...english.keys()].map((key) => key.slice(0, key.indexOf(':'))));
const knownKeys = new Set([...english.keys()].flatMap((key) => [key, named(key)]));

/** @returns {string[]} */
function sources(/** @type {string} */ folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

const files = sources(join(root, 'src'));
const mentions = files.map((file) => ({ file, ...readMentions(file, relative(root, file), namespaces) }));
const inWindow = (/** @type {string} */ file) => relative(root, file).startsWith(join('src', 'renderer'));

const used = new Set(mentions.flatMap(({ keys }) => keys.map(({ text }) => text)));
const prefixes = mentions.flatMap((file) => file.prefixes);
const isUsed = (/** @type {string} */ key) => used.has(key) || used.has(named(key)) || prefixes.some(({ text }) => key.startsWith(text));

const findings = [
  ...mentions.flatMap(({ keys }) =>
    keys.filter(({ text }) => !knownKeys.has(text)).map(({ file, text }) => `${file}: message ${text} does not exist`),
  ),
  ...prefixes
    .filter(({ text }) => ![...english.keys()].some((key) => key.startsWith(text)))
    .map(({ file, text }) => `${file}: no message begins with ${text}`),
  ...[...english.keys()].filter((key) => !isUsed(key)).map((key) => `en: message ${key} is not used`),
  ...mentions
    .filter(({ file }) => inWindow(file))
    .flatMap(({ literals }) => literals.map(({ file, text }) => `${file}: text outside the catalogue: ${JSON.stringify(text)}`)),
  ...compareLanguages('en', english, english, () => true),
  ...languages.flatMap((language) =>
    compareLanguages(
      language,
      english,
      readMessages(join(locales, language)),
      (namespace) => promised[language]?.includes(namespace) ?? true,
    ),
  ),
];

for (const finding of findings) console.error(finding);
console.log(
  `catalogue: ${english.size} messages in ${languages.length + 1} languages, ${files.length} source files, ${findings.length} findings`,
);
if (files.length === 0) throw new Error(`no source file under ${root}`);
process.exitCode = findings.length === 0 ? 0 : 1;
