import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Job } from '../../../../contract/jobs';
import { formatBytes } from '../../../../i18n/formats/numbers';
import { CodeText } from '../../../components/code-text';

const backupOutcome = z.object({ folder: z.string(), files: z.number(), bytes: z.number(), damaged: z.array(z.string()) });

export function BackupOutcome({ job }: { readonly job: Job }) {
  const { t, i18n } = useTranslation();
  const outcome = backupOutcome.safeParse(job.outcome);
  if (!outcome.success) return null;
  const { folder, files, bytes, damaged } = outcome.data;
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {t('administration:backup.done', { count: files, size: formatBytes(bytes, i18n.language) })} <CodeText code={folder} />
      {damaged.length > 0 && <> {t('administration:backup.damaged', { count: damaged.length, first: damaged[0] })}</>}
    </Text>
  );
}
