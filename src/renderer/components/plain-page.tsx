import { Group, Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../app/language';
import { useObservable } from '../app/observable';
import { systemState } from '../app/system-state';
import { AliquotMark } from './aliquot-mark';
import { ColorSchemeSwitch } from './color-scheme-switch';
import { LanguageMenu } from './language-menu';
import classes from './plain-page.module.css';

/** A page without the frame: before sign-in, locked, failed. The mark, language and looks above, one card in the middle. */
export function PlainPage({ children, width = 420 }: { readonly children: ReactNode; readonly width?: number }) {
  const { t } = useTranslation();
  const state = useObservable(systemState);
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Group gap={8} c="teal" flex={1}>
          <AliquotMark size={22} />
          <Text fw={650} size="lg" c="var(--mantine-color-text)">
            {t('frame:aliquot')}
          </Text>
        </Group>
        <LanguageMenu onChoose={speak} />
        <ColorSchemeSwitch />
      </header>
      <main className={classes.middle}>
        <Paper className={classes.card} w={width} maw="100%" p="xl">
          <Stack gap="md">{children}</Stack>
        </Paper>
      </main>
      <footer className={classes.foot}>{state !== null && <Text size="sm">{t('frame:version', { version: state.version })}</Text>}</footer>
    </div>
  );
}
