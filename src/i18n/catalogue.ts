/** Every message of every language, bundled: `locales/<language>/<namespace>.json`. */
const files = import.meta.glob<Record<string, unknown>>('./locales/*/*.json', { eager: true, import: 'default' });

export type Catalogue = Record<string, Record<string, Record<string, unknown>>>;

function readCatalogue(): Catalogue {
  const catalogue: Catalogue = {};
  for (const [path, messages] of Object.entries(files)) {
    const [, language, namespace] = /\/([^/]+)\/([^/]+)\.json$/.exec(path) ?? [];
    if (language === undefined || namespace === undefined) throw new Error(`Not a message catalogue: ${path}`);
    const namespaces = catalogue[language] ?? {};
    namespaces[namespace] = messages;
    catalogue[language] = namespaces;
  }
  return catalogue;
}

export const catalogue: Catalogue = readCatalogue();
