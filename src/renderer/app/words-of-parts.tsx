import { MantineThemeProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Names in the reader's language for the buttons that Mantine's parts bring along: without them a screen reader says only "button". */
export function WordsOfParts({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const theme = useMemo(() => {
    const closes = { defaultProps: { closeButtonProps: { 'aria-label': t('frame:close') } } };
    const clears = { defaultProps: { clearButtonProps: { 'aria-label': t('frame:clear') } } };
    return { components: { Notification: closes, DateInput: clears } };
  }, [t]);
  return <MantineThemeProvider theme={theme}>{children}</MantineThemeProvider>;
}
