import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CriteriaEdition } from '../../../../contract/casework';
import { CodeText } from '../../../components/code-text';

/** Read only: a row is changed in a new edition, never here. */
export function TechniquesTable({ techniques }: Pick<CriteriaEdition, 'techniques'>) {
  const { t } = useTranslation();
  return (
    <Table withTableBorder verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('administration:criteria.technique')}</Table.Th>
          <Table.Th>{t('administration:criteria.category')}</Table.Th>
          <Table.Th>{t('administration:criteria.source')}</Table.Th>
          <Table.Th>{t('administration:criteria.known')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {techniques.map(({ id, category, source, flag }) => (
          <Table.Tr key={id}>
            <Table.Td>{t(`criteria:technique.${id}`)}</Table.Td>
            <Table.Td>{category}</Table.Td>
            <Table.Td>
              <bdi>{source}</bdi>
            </Table.Td>
            <Table.Td>{t(`administration:criteria-known.${flag}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** What the short names in the rows stand for. */
export function SourcesTable({ sources }: Pick<CriteriaEdition, 'sources'>) {
  const { t } = useTranslation();
  return (
    <Table withTableBorder verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('administration:criteria.source')}</Table.Th>
          <Table.Th>{t('administration:criteria.stands-for')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {Object.entries(sources).map(([name, text]) => (
          <Table.Tr key={name}>
            <Table.Td>
              <CodeText code={name} plain />
            </Table.Td>
            <Table.Td>
              <bdi>{text}</bdi>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
