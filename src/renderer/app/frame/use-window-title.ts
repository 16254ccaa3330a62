import { useLocation, useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../observable';
import { openRecord } from '../record/open-record';
import { systemState } from '../system-state';

/** The title bar names the record, then the section, the laboratory and the program; gives the path of the screen. */
export function useWindowTitle(): string {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const section = useMatches().findLast((match) => match.staticData.crumb !== undefined)?.staticData.crumb;
  const crumbs = useObservable(openRecord);
  const laboratory = useObservable(systemState)?.laboratoryName;
  const record = crumbs.at(-1);
  const parts = [record?.code ?? record?.label, section === undefined ? undefined : t(section), laboratory, t('frame:aliquot')];
  const title = parts.filter((part) => part !== undefined && part !== null && part !== '').join(' – ');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return pathname;
}
