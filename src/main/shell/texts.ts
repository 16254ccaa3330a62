import ar from '../../i18n/locales/ar/shell.json';
import en from '../../i18n/locales/en/shell.json';
import fr from '../../i18n/locales/fr/shell.json';

type Catalogue = typeof en;
type Leaves<T, Prefix extends string = ''> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Prefix}${Key}` : Leaves<T[Key], `${Prefix}${Key}.`>;
}[keyof T & string];

export type ShellText = `shell:${Leaves<Catalogue>}`;
export type Translate = (key: ShellText, params?: Readonly<Record<string, string>>) => string;

const catalogues: Readonly<Record<string, Catalogue>> = { en, fr, ar };

/** The shell's few sentences, from the same catalogue as the window's, without i18next: they must be there when nothing else is. */
export function textsFor(locale: string): Translate {
  const catalogue = catalogues[locale.split('-')[0]?.toLowerCase() ?? 'en'] ?? en;
  return (key, params = {}) => {
    let found: unknown = catalogue;
    for (const name of key.slice('shell:'.length).split('.')) found = (found as Readonly<Record<string, unknown>>)[name];
    return String(found).replace(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);
  };
}
