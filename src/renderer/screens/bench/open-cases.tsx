import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../app/errors/query-state';
import { api } from '../../app/wire/client';
import { CodeText } from '../../components/code-text';
import { DateText } from '../../components/date-text';
import classes from './bench.module.css';
import { BenchItem, BenchPanel } from './bench-panel';

const SHOWN = 8;

export function OpenCases() {
  const { t } = useTranslation();
  const cases = useQuery(api.casework.cases.list.queryOptions({ input: { status: 'open', limit: SHOWN } }));
  const total = cases.data?.total ?? 0;
  return (
    <BenchPanel
      title={t('frame:bench.open-cases')}
      action={
        <Anchor component={Link} to="/cases" size="sm">
          {total > SHOWN ? t('frame:bench.all-cases', { count: total }) : t('frame:rail.cases')}
        </Anchor>
      }
    >
      <QueryState query={cases} inset>
        {({ items }) =>
          items.length === 0 ? (
            <Text className={classes.body} c="dimmed">
              {t('frame:bench.no-cases')}
            </Text>
          ) : (
            items.map((item) => (
              <BenchItem
                key={item.id}
                link={{ to: '/cases/$caseId', params: { caseId: item.id } }}
                title={
                  <>
                    <CodeText code={item.code} plain /> {item.title}
                  </>
                }
                detail={item.customerName}
                end={<DateText instant={item.receivedAt} />}
                endDetail={`${t('frame:bench.exhibits', { count: item.exhibits })} · ${t('frame:bench.conclusions', { count: item.conclusions })}`}
              />
            ))
          )
        }
      </QueryState>
    </BenchPanel>
  );
}
