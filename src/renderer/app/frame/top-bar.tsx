import { Kbd, Text, UnstyledButton } from '@mantine/core';
import { openSpotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ColorSchemeSwitch } from '../../components/color-scheme-switch';
import { LanguageMenu } from '../../components/language-menu';
import { Crumbs } from './crumbs';
import classes from './frame.module.css';
import { PersonMenu } from './person-menu';
import { useOwnLanguage } from './use-own-language';

const isMac = navigator.userAgent.includes('Macintosh');

/** Where I am, search for everything, language, light or dark, who I am. */
export function TopBar() {
  const { t } = useTranslation();
  const language = useOwnLanguage();
  return (
    <div className={classes.top}>
      <Crumbs />
      <UnstyledButton className={classes.searchButton} onClick={openSpotlight} aria-keyshortcuts="Control+K Meta+K">
        <IconSearch size={16} aria-hidden />
        <Text span size="sm" flex={1} ta="start" truncate>
          {t('frame:search.open')}
        </Text>
        <Kbd size="xs" aria-hidden>
          {isMac ? t('frame:keys.command-k') : t('frame:keys.ctrl-k')}
        </Kbd>
      </UnstyledButton>
      <LanguageMenu onChoose={language.choose} busy={language.busy} />
      <ColorSchemeSwitch />
      <PersonMenu />
    </div>
  );
}
