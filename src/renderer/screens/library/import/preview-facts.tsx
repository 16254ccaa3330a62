import { Alert, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FilePreview } from '../../../../contract/library';
import { formatBytes, formatNumber } from '../../../../i18n/formats/numbers';
import { SmallSpectrum } from '../../../charts/small-spectrum';
import { CodeText } from '../../../components/code-text';
import { ReadingWarnings } from '../../../components/reading-warnings';
import classes from '../library.module.css';

/** What a file holds: counts, its first records, what the reader noticed, and which fields it keeps without using them. */
export function PreviewFacts({ preview }: { readonly preview: FilePreview }) {
  const { t, i18n } = useTranslation();
  const counts = [
    [t('library:import.spectra'), preview.spectra],
    [t('library:import.stated-ei'), preview.statedEi],
    [t('library:import.stated-other'), preview.statedOther],
    [t('library:import.unstated'), preview.unstated],
  ] as const;
  return (
    <div>
      <div className={classes.counts}>
        {counts.map(([label, count]) => (
          <div key={label}>
            <Text size="xs" c="dimmed">
              {label}
            </Text>
            <Text fw={600} size="lg">
              {formatNumber(count, i18n.language, 0)}
            </Text>
          </div>
        ))}
        <div>
          <Text size="xs" c="dimmed">
            {preview.format === 'msp' ? t('library:import.format-msp') : t('library:import.format-jcamp')} ·{' '}
            {formatBytes(preview.size, i18n.language)}
          </Text>
          <Text size="sm" component="div">
            {t('library:collections.sha256')} <CodeText code={preview.sha256} shorten />
          </Text>
        </div>
      </div>
      {preview.alreadyImportedAs !== null && (
        <Alert mt="xs" color="orange" variant="light" icon={<IconInfoCircle aria-hidden />}>
          {t('library:import.already', { name: preview.alreadyImportedAs })}
        </Alert>
      )}
      <section className={classes.first} aria-label={t('library:import.first')}>
        {preview.first.map((record, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first records of a file may be the same; their order never changes
          <figure key={index} className={classes.firstItem}>
            <SmallSpectrum peaks={record.peaks} />
            <figcaption>
              <Text size="sm" truncate title={record.name}>
                <bdi>{record.name}</bdi>
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {[record.formula, record.cas, t('identify:peak-count', { count: record.peakCount })].filter(Boolean).join(' · ')}
              </Text>
            </figcaption>
          </figure>
        ))}
      </section>
      <ReadingWarnings warnings={preview.warnings} total={preview.warningTotal} />
      {preview.unusedFields.length > 0 && (
        <Text size="sm" mt="xs">
          <Text span c="dimmed" size="sm">
            {t('library:import.unused-fields')}
          </Text>{' '}
          {preview.unusedFields.map(({ field, count }) => `${field} (${formatNumber(count, i18n.language, 0)})`).join(', ')}
        </Text>
      )}
    </div>
  );
}
