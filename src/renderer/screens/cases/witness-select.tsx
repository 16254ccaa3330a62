import { Select, type SelectProps } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { usePerson } from '../../app/system-state';
import { api } from '../../app/wire/client';

/** Somebody else of the laboratory: nobody witnesses their own act. */
export function WitnessSelect(props: Omit<SelectProps, 'data'>) {
  const { id: own } = usePerson();
  const people = useQuery(api.people.list.queryOptions({ meta: { topics: ['person'] } }));
  const data = (people.data ?? [])
    .filter(({ id, disabledAt }) => id !== own && disabledAt === null)
    .map(({ id, fullName }) => ({ value: id, label: fullName }));
  return <Select clearable searchable data={data} {...props} />;
}
