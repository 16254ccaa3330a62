import { Alert, Table, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type TrailVerdict, trailVerdict } from '../../../../contract/audit';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { CodeText } from '../../../components/code-text';
import { DateText } from '../../../components/date-text';

function Difference({ difference }: { readonly difference: NonNullable<TrailVerdict['difference']> }) {
  const { t } = useTranslation();
  const facts = [
    ['administration:trail.number', difference.sequence],
    ['administration:verdict.table', difference.table],
    ['administration:verdict.row-id', difference.rowId],
    ['administration:verdict.column', difference.column],
    ['administration:verdict.expected', difference.expected],
    ['administration:verdict.found', difference.found],
  ] as const;
  return (
    <>
      <Text>{t(`administration:verdict.${difference.kind}`)}</Text>
      <Table mt="xs" verticalSpacing={3} withRowBorders={false}>
        <Table.Tbody>
          {facts
            .filter(([, value]) => value !== null)
            .map(([key, value]) => (
              <Table.Tr key={key}>
                <Table.Th w={160}>{t(key)}</Table.Th>
                <Table.Td>
                  <CodeText code={String(value)} />
                </Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** What "Verify the trail" found: nothing altered, or the first difference. A difference is danger to evidence. */
export function VerdictAlert({ outcome, onClose }: { readonly outcome: unknown; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const parsed = trailVerdict.safeParse(outcome);
  if (!parsed.success) return null;
  const { difference, events, rowsCompared, verifiedAt, head } = parsed.data;
  const sound = difference === null;
  return (
    <Alert
      role="status"
      color={sound ? 'green' : 'red'}
      icon={sound ? <IconShieldCheck aria-hidden /> : <IconShieldX aria-hidden />}
      title={sound ? t('administration:verdict.sound') : t('administration:verdict.broken')}
      withCloseButton
      closeButtonLabel={t('frame:close')}
      onClose={onClose}
    >
      {difference !== null && <Difference difference={difference} />}
      <Text size="sm">
        {t('administration:verdict.compared', {
          events: formatNumber(events, i18n.language),
          rows: formatNumber(rowsCompared, i18n.language),
        })}{' '}
        <DateText instant={verifiedAt} />
      </Text>
      <Text size="sm">
        {t('administration:trail.head', { sequence: head.sequence })} <CodeText code={head.hash} />
      </Text>
    </Alert>
  );
}
