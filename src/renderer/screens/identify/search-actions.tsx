import { Menu } from '@mantine/core';
import { IconDownload, IconPrinter, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { reportLanguage } from '../../../contract/base';
import type { StoredSearch } from '../../../contract/identify';
import type { SearchMethod } from '../../../contract/search-method';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { ActionButton } from './action-button';
import { methodName, type Offer, offersByMethod } from './method/offers';
import { SCORES_OF, withScore } from './method/scores';

const FORMATS = ['csv', 'json', 'pdf'] as const;

/** The stored search as a file, on paper, or made again in another way with one click. */
export function SearchActions(props: {
  readonly search: StoredSearch;
  readonly rank: number;
  readonly offers: readonly Offer[];
  readonly onSearchWith: (method: SearchMethod) => void;
}) {
  const { t, i18n } = useTranslation();
  const { search, rank, offers, onSearchWith } = props;
  const save = useAction(api.identify.save.mutationOptions(), {
    success: (saved) => (saved === null ? t('files:export.cancelled') : t('files:saved', { path: saved.path })),
  });
  const language = reportLanguage.safeParse(i18n.language).data ?? 'en';
  const { method } = search;
  const otherMethods = offersByMethod(offers).filter((offer) => offer.method.family !== method.family);
  const others = SCORES_OF[method.family].filter((id) => id !== method.score);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionButton label={t('search:again.title')} icon={IconSearch} />
        </Menu.Target>
        <Menu.Dropdown mah="70vh" style={{ overflow: 'auto' }}>
          {others.length > 0 && <Menu.Label>{t('search:again.score')}</Menu.Label>}
          {others.map((id) => (
            <Menu.Item key={id} onClick={() => onSearchWith(withScore(method, id))}>
              {t(`identify:score.${id}.name`)}
            </Menu.Item>
          ))}
          {otherMethods.length > 0 && <Menu.Label>{t('search:again.method')}</Menu.Label>}
          {otherMethods.map((offer) => (
            <Menu.Item key={methodName(offer.method, t)} onClick={() => onSearchWith(offer.method)}>
              {t('search:again.with', { method: methodName(offer.method, t), count: offer.references })}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionButton label={t('search:save.title')} icon={IconDownload} loading={save.busy} />
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format} onClick={() => save.run({ searchId: search.id, rank, format, language })}>
              {t(`search:save.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('search:save.print')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
