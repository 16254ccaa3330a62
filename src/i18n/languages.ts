/** A language the window speaks. Digits stay European in every one: codes, masses and CAS numbers are read side by side. */
export interface WindowLanguage {
  readonly tag: 'en' | 'fr' | 'ar';
  /** For `Intl`: the tag with the numbering system spelled out. */
  readonly locale: string;
  /** The language's own name for itself; not a message, the same in every catalogue. */
  readonly ownName: string;
  readonly direction: 'ltr' | 'rtl';
}

export const LANGUAGES: readonly WindowLanguage[] = [
  { tag: 'en', locale: 'en-GB', ownName: 'English', direction: 'ltr' },
  { tag: 'fr', locale: 'fr-FR', ownName: 'Français', direction: 'ltr' },
  { tag: 'ar', locale: 'ar-u-nu-latn', ownName: 'العربية', direction: 'rtl' },
];

const ENGLISH = LANGUAGES[0] as WindowLanguage;

/** The language of a BCP 47 tag (`fr-CA` is French), English when Aliquot does not speak it. */
export function languageOf(tag: string): WindowLanguage {
  const primary = tag.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language.tag === primary) ?? ENGLISH;
}
