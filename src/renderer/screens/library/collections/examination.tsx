import { Button, Group, Table, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../../../../contract/library';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { DateText } from '../../../components/date-text';

const GRADES = ['A', 'B', 'C', 'D'] as const;

/** What was found in a collection's entries, and the way to look again. */
export function Examination({ collection }: { readonly collection: Collection }) {
  const { t, i18n } = useTranslation();
  const mayImport = useMay('library.import');
  const examine = useAction(api.library.examine.mutationOptions(), { success: t('hygiene:started') });
  const { examined } = collection;
  const number = (value: number): string => formatNumber(value, i18n.language, 0);
  return (
    <section aria-label={t('hygiene:title')}>
      <Group justify="space-between" mb={4}>
        <Text fw={600}>{t('hygiene:title')}</Text>
        {mayImport && (
          <Button
            size="xs"
            variant="default"
            loading={examine.busy}
            leftSection={<IconListSearch size={15} aria-hidden />}
            onClick={() => examine.run({ collectionId: collection.id })}
          >
            {examined === null ? t('hygiene:examine') : t('hygiene:examine-again')}
          </Button>
        )}
      </Group>
      {examined === null ? (
        <Text size="sm" c="dimmed">
          {t('hygiene:never')}
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed">
            {t('hygiene:examined')} <DateText instant={examined.at} />
          </Text>
          <Text size="sm">
            {GRADES.map((grade) =>
              t('hygiene:of-grade', { grade, count: examined.grades[grade], shown: number(examined.grades[grade]) }),
            ).join(' · ')}
          </Text>
          <Table verticalSpacing={2} fz="sm" mt={4}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('hygiene:finding')}</Table.Th>
                <Table.Th ta="end">{t('hygiene:entries')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {examined.findings.map(({ code, count }) => (
                <Table.Tr key={code}>
                  <Table.Td>{t(`hygiene:code.${code}`)}</Table.Td>
                  <Table.Td ta="end">{number(count)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <Text size="xs" c="dimmed" mt={4}>
            {t('hygiene:filter-hint')}
          </Text>
        </>
      )}
    </section>
  );
}
