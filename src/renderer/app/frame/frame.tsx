import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FileOpening } from '../../screens/files/opening/opening-dialog';
import { DropOverlay } from '../drop/drop-overlay';
import { SearchEverything } from '../search-everything/search-everything';
import { TaskTray } from '../tasks/task-tray';
import { PotencyBanner, PracticeBanner, StorageBanner } from './banners';
import classes from './frame.module.css';
import { KeyHelp } from './key-help';
import { Notices } from './notices';
import { OwnPasswordDialog } from './own-password-dialog';
import { Rail } from './rail';
import { TopBar } from './top-bar';
import { useWindowTitle } from './use-window-title';

/** Everything that stays while screens change. */
export function Frame() {
  const { t } = useTranslation();
  const content = useRef<HTMLElement>(null);
  const path = useWindowTitle();
  // A new screen starts at its top, and the keyboard with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what makes it a new screen
  useEffect(() => {
    if (
      document.activeElement === null ||
      document.activeElement === document.body ||
      content.current?.contains(document.activeElement) === false
    )
      content.current?.focus({ preventScroll: true });
    content.current?.scrollTo({ top: 0 });
  }, [path]);
  return (
    <div className={classes.frame}>
      <Rail />
      <div className={classes.column}>
        <header className={classes.head}>
          <PracticeBanner />
          <TopBar />
          <StorageBanner />
          <PotencyBanner />
          <Notices />
        </header>
        <main ref={content} tabIndex={-1} className={classes.content} aria-label={t('frame:content')}>
          <Outlet />
        </main>
        <TaskTray />
      </div>
      <SearchEverything />
      <KeyHelp />
      <OwnPasswordDialog />
      <FileOpening />
      <DropOverlay />
    </div>
  );
}
