import { Alert, Text } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { AnchorLink } from '../../../components/anchor-link';
import { DateText } from '../../../components/date-text';

/** That a spectrum is used no more: since when, why, and what stands in its place. */
export function WithdrawnNote({ withdrawn }: { readonly withdrawn: ReferenceSpectrum['withdrawn'] }) {
  const { t } = useTranslation();
  if (withdrawn === null) return null;
  const { at, by, reason, correctedBy } = withdrawn;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconArchive aria-hidden />}
      title={correctedBy === null ? t('library:record.retired') : t('library:record.replaced')}
    >
      <Text size="sm">
        <DateText instant={at} />, <bdi>{by}</bdi>: <bdi>{reason}</bdi>
      </Text>
      {correctedBy !== null && (
        <AnchorLink size="sm" to="/library" search={{ spectrum: correctedBy }}>
          {t('library:record.later')}
        </AnchorLink>
      )}
    </Alert>
  );
}
