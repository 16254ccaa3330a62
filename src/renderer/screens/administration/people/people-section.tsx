import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../contract/people';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useScreenCommands } from '../../../app/search-everything/sources';
import { api } from '../../../app/wire/client';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import { NewPersonForm } from './new-person-form';
import { peopleColumns } from './people-columns';
import { PersonPanel } from './person-panel';

export function PeopleSection() {
  const { t } = useTranslation();
  const people = useQuery(api.people.list.queryOptions({ meta: { topics: ['person'] } }));
  const [openId, setOpenId] = useState<string | 'new' | null>(null);
  const columns = useMemo(() => peopleColumns(t), [t]);
  const open = people.data?.find(({ id }) => id === openId);
  const close = (): void => setOpenId(null);
  const add = (): void => setOpenId('new');
  useScreenCommands([{ id: 'people.add', labelKey: 'administration:people.add', run: add }]);
  if (people.error !== null) return <ErrorAlert error={presentError(people.error, t)} onRetry={() => void people.refetch()} />;
  return (
    <>
      <DataList<Person>
        id="people"
        label={t('administration:section.people')}
        rows={people.data}
        rowKey={({ id }) => id}
        columns={columns}
        initialSort={{ column: 'name', descending: false }}
        onOpen={({ id }) => setOpenId(id)}
        quiet={({ disabledAt }) => disabledAt !== null}
        empty={{ title: t('administration:people.empty'), hint: t('administration:people.empty-hint') }}
        tools={
          <Button size="xs" leftSection={<IconUserPlus size={16} aria-hidden />} onClick={add}>
            {t('administration:people.add')}
          </Button>
        }
      />
      <RecordDrawer opened={openId === 'new'} onClose={close} title={t('administration:people.add')}>
        <NewPersonForm onDone={close} />
      </RecordDrawer>
      <RecordDrawer opened={open !== undefined} onClose={close} title={open?.fullName}>
        {open !== undefined && <PersonPanel person={open} onClose={close} onReload={people.refetch} />}
      </RecordDrawer>
    </>
  );
}
