import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../../i18n/formats/numbers';
import { api } from '../../app/wire/client';
import classes from './identify.module.css';

/** Spectra that state no ionisation are passed over unless they are asked for: said, so that a silent gap is never taken for an absence. */
export function UnstatedNote({ onInclude }: { readonly onInclude: () => void }) {
  const { t, i18n } = useTranslation();
  const unstated = useQuery(
    api.library.spectra.queryOptions({
      input: {
        text: '',
        offset: 0,
        limit: 1,
        collectionId: null,
        ionisation: 'unknown',
        massFrom: null,
        massTo: null,
        sort: 'key',
        descending: false,
      },
      meta: { topics: ['collection'] },
    }),
  );
  const count = unstated.data?.total ?? 0;
  if (count === 0) return null;
  return (
    <Text size="sm" className={classes.note}>
      {t('identify:unstated.left-out', { count, shown: formatNumber(count, i18n.language, 0) })}{' '}
      <Anchor underline="always" component="button" type="button" size="sm" onClick={onInclude}>
        {t('identify:unstated.include')}
      </Anchor>
    </Text>
  );
}
