import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import dayjs from 'dayjs';
import localizedFormat from 'dayjs/plugin/localizedFormat';
import { type ReactNode, useEffect } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { languageOf } from '../../i18n/languages';
import { windowI18n } from './language';
import { styleNonce } from './style-nonce';
import { cssVariables, theme } from './theme';
import { queryClient } from './wire/queries';
import { WordsOfParts } from './words-of-parts';
import 'dayjs/locale/ar';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/fr';

// Day.js writes dates in fields as the language does: `valueFormat="L"`.
dayjs.extend(localizedFormat);

const DAYJS_LOCALES = { en: 'en-gb', fr: 'fr', ar: 'ar' } as const;

/** The page turns with the language: `lang` and `dir` of the document, and Mantine's own idea of them. */
function LanguageOfPage({ children }: { readonly children: ReactNode }) {
  const { i18n, t } = useTranslation();
  const { setDirection } = useDirection();
  const { tag, direction } = languageOf(i18n.language);
  useEffect(() => {
    document.documentElement.lang = tag;
    setDirection(direction);
  }, [tag, direction, setDirection]);
  return (
    <DatesProvider settings={{ locale: DAYJS_LOCALES[tag], firstDayOfWeek: tag === 'ar' ? 6 : 1 }}>
      <WordsOfParts>
        <ModalsProvider labels={{ confirm: t('frame:yes'), cancel: t('frame:cancel') }}>
          {/* At the bottom in the middle: the ends of the page hold menus, acts and the tasks. */}
          <Notifications position="bottom-center" containerWidth={360} limit={3} transitionDuration={120} zIndex={500} />
          {children}
        </ModalsProvider>
      </WordsOfParts>
    </DatesProvider>
  );
}

export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <I18nextProvider i18n={windowI18n}>
      <DirectionProvider initialDirection={languageOf(windowI18n.language).direction} detectDirection={false}>
        <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
          <QueryClientProvider client={queryClient}>
            <LanguageOfPage>{children}</LanguageOfPage>
          </QueryClientProvider>
        </MantineProvider>
      </DirectionProvider>
    </I18nextProvider>
  );
}
