import { Loader, Text } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './opening-screen.module.css';

/** Ordinary starts are over before this; a migration or the practice laboratory's making is not. */
const SAID_AFTER_MILLISECONDS = 600;

/** While the engine has not said a word yet: nothing at first, then what is going on. */
export function OpeningScreen() {
  const { t } = useTranslation();
  const [said, setSaid] = useState(false);
  useTimeout(() => setSaid(true), SAID_AFTER_MILLISECONDS, { autoInvoke: true });
  return (
    <main className={classes.page} aria-busy="true">
      {said && (
        <>
          <Loader size="sm" type="dots" aria-hidden />
          <Text role="status">{t('frame:opening')}</Text>
        </>
      )}
    </main>
  );
}
