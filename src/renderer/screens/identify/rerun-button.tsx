import { Alert, Button, Modal, Table, Text } from '@mantine/core';
import { IconCheck, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { identify, StoredSearch } from '../../../contract/identify';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';

type Verdict = z.infer<NonNullable<(typeof identify.rerun)['~orpc']['outputSchema']>>;

function VerdictText({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  if (!verdict.snapshotHeld)
    return (
      <Alert color="orange" variant="light" title={t('identify:rerun.not-held')}>
        {t('identify:rerun.not-held-hint')}
      </Alert>
    );
  if (verdict.same)
    return (
      <Alert color="green" variant="light" icon={<IconCheck aria-hidden />} title={t('identify:rerun.same')}>
        {t('identify:rerun.same-hint')}
      </Alert>
    );
  return (
    <>
      <Text mb="xs">{t('identify:rerun.differs', { count: verdict.differences.length })}</Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('identify:candidates.rank')}</Table.Th>
            <Table.Th>{t('identify:rerun.before')}</Table.Th>
            <Table.Th>{t('identify:rerun.now')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {verdict.differences.map(({ rank, before, now }) => (
            <Table.Tr key={rank}>
              <Table.Td>{rank}</Table.Td>
              <Table.Td>{before}</Table.Td>
              <Table.Td>{now}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

/** Runs the stored search again over the same spectra and says whether every rank and score came back equal. */
export function RerunButton({ search }: { readonly search: StoredSearch }) {
  const { t } = useTranslation();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const rerun = useAction(api.identify.rerun.mutationOptions(), { onDone: setVerdict });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRefresh size={16} aria-hidden />}
        loading={rerun.busy}
        onClick={() => rerun.run({ id: search.id })}
      >
        {t('identify:rerun.button')}
      </Button>
      <Modal
        opened={verdict !== null}
        onClose={() => setVerdict(null)}
        title={t('identify:rerun.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        {verdict !== null && <VerdictText verdict={verdict} />}
      </Modal>
    </>
  );
}
