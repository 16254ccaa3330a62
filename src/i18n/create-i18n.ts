import { createInstance, type i18n } from 'i18next';
import { catalogue } from './catalogue';

/**
 * An i18next of one's own (the window, the shell and the report thread each have one), ready when it returns.
 * Keys are always written whole, namespace first: `t('frame:rail.bench')`.
 * A message that a language lacks is given in English.
 */
export function createI18n(language: string): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: catalogue as never,
    ns: Object.keys(catalogue.en ?? {}),
    defaultNS: 'frame',
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}
