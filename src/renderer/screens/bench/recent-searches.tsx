import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../app/errors/query-state';
import { api } from '../../app/wire/client';
import { DateText } from '../../components/date-text';
import classes from './bench.module.css';
import { BenchItem, BenchPanel } from './bench-panel';

const SHOWN = 8;

export function RecentSearches() {
  const { t } = useTranslation();
  const searches = useQuery(api.identify.list.queryOptions({ input: { limit: SHOWN } }));
  return (
    <BenchPanel
      title={t('frame:bench.recent-searches')}
      action={
        <Anchor component={Link} to="/identify" size="sm">
          {t('frame:rail.identify')}
        </Anchor>
      }
    >
      <QueryState query={searches} inset>
        {({ items }) =>
          items.length === 0 ? (
            <Text className={classes.body} c="dimmed">
              {t('frame:bench.no-searches')}
            </Text>
          ) : (
            items.map((item) => (
              <BenchItem
                key={item.id}
                link={{ to: '/identify', search: { search: item.id } }}
                title={item.queryName}
                detail={item.first === null ? t('frame:bench.no-candidate') : t('frame:bench.first-candidate', { name: item.first })}
                end={<DateText instant={item.at} />}
              />
            ))
          )
        }
      </QueryState>
    </BenchPanel>
  );
}
