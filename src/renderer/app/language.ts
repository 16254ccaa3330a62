import type { i18n } from 'i18next';
import { createI18n } from '../../i18n/create-i18n';
import { languageOf } from '../../i18n/languages';

const REMEMBERED = 'window-language';

/** The window's messages: in the language it last spoke, else in the computer's. */
export const windowI18n: i18n = createI18n(languageOf(localStorage.getItem(REMEMBERED) ?? navigator.language).tag);

/** Whether somebody has chosen a language on this computer. */
export function languageIsChosen(): boolean {
  return localStorage.getItem(REMEMBERED) !== null;
}

export function speak(language: string): void {
  const { tag } = languageOf(language);
  localStorage.setItem(REMEMBERED, tag);
  void windowI18n.changeLanguage(tag);
}
