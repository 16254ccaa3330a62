import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValidationRecord } from '../../../../contract/validation';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { StatusBadge } from '../../../components/status-badge';
import { ReliabilityPlot } from './reliability-plot';

const MOST_WRONG = 20;

/** What a validation measured: how often right, how sure, and whether the certainty holds. */
export function ValidationResult({ record }: { readonly record: ValidationRecord }) {
  const { t, i18n } = useTranslation();
  const number = (value: number, decimals = 0): string => formatNumber(value, i18n.language, decimals);
  const percent = (value: number): string => `${number(100 * value, 1)} %`;
  const facts: readonly (readonly [string, string])[] = [
    ['queries', number(record.queries)],
    ['left-out', number(record.leftOut)],
    ['correct', `${number(record.correct)} (${percent(record.queries === 0 ? 0 : record.correct / record.queries)})`],
    ['confident', number(record.confident)],
    ['confident-correct', percent(record.confidentOfCorrect)],
    ['wrong-confident', number(record.wrongButConfident)],
    ['upper', percent(record.upperBound)],
    ['brier', number(record.brier, 3)],
  ];
  return (
    <>
      <StatusBadge
        tone={record.acceptable ? 'good' : 'attention'}
        label={record.acceptable ? t('administration:validation.acceptable') : t('administration:validation.not-acceptable')}
      />
      {record.objections.map((objection) => (
        <Text key={objection} size="sm">
          {t(`administration:validation.objection.${objection}`)}
        </Text>
      ))}
      <Table fz="sm" verticalSpacing={2} maw={620} tabularNums>
        <Table.Tbody>
          {facts.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th fw={400}>{t(`administration:validation.${name}`)}</Table.Th>
              <Table.Td ta="end">{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <ReliabilityPlot bins={record.bins} />
      <Table fz="sm" verticalSpacing={2} maw={620} tabularNums aria-label={t('administration:validation.bins')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('administration:validation.from-to')}</Table.Th>
            <Table.Th ta="end">{t('administration:validation.n')}</Table.Th>
            <Table.Th ta="end">{t('administration:validation.predicted')}</Table.Th>
            <Table.Th ta="end">{t('administration:validation.observed')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {record.bins.map(({ from, to, n, predicted, observed }) => (
            <Table.Tr key={from}>
              <Table.Td dir="ltr">
                {percent(from)} – {percent(to)}
              </Table.Td>
              <Table.Td ta="end">{number(n)}</Table.Td>
              <Table.Td ta="end">{n === 0 ? '–' : percent(predicted)}</Table.Td>
              <Table.Td ta="end">{n === 0 ? '–' : percent(observed)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {record.wrong.length > 0 && (
        <Table fz="sm" verticalSpacing={2} aria-label={t('administration:validation.wrong')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('administration:validation.wrong-name')}</Table.Th>
              <Table.Th>{t('administration:validation.wrong-first')}</Table.Th>
              <Table.Th ta="end">{t('administration:validation.wrong-probability')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {record.wrong.slice(0, MOST_WRONG).map(({ spectrumKey, name, first, probability }) => (
              <Table.Tr key={spectrumKey}>
                <Table.Td>
                  <bdi>{name}</bdi>
                </Table.Td>
                <Table.Td>
                  <bdi>{first}</bdi>
                </Table.Td>
                <Table.Td ta="end">{percent(probability)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
