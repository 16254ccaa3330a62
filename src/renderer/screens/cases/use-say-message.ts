import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../contract/base';
import { withNamedTerms } from '../../../i18n/reason-terms';

/** A reason of the gate, or a finding of a comparison, as a sentence of the reader's language. */
export function useSayMessage(): (message: Message) => string {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    ({ code, params }) => t(`criteria:reason.${code}`, { ...withNamedTerms(params, t, language), defaultValue: code }),
    [t, language],
  );
}
