import { Alert, Button, Text } from '@mantine/core';
import { IconFolderOpen, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { FilePreview } from '../../../../contract/library';
import { formatBytes, formatNumber } from '../../../../i18n/formats/numbers';
import { SmallSpectrum } from '../../../charts/small-spectrum';
import { CodeText } from '../../../components/code-text';
import { ReadingWarnings } from '../../../components/reading-warnings';
import classes from '../library.module.css';
import { SmallCurve } from './small-curve';

/** What a file holds: counts, its first records, what the reader noticed, and which fields it keeps without using them. */
export function PreviewFacts({ preview, onOpen }: { readonly preview: FilePreview; readonly onOpen: () => void }) {
  const { t, i18n } = useTranslation();
  const ofMasses = preview.spectra - preview.curves;
  const counts: readonly (readonly [label: string, count: number])[] = [
    [t('library:import.spectra'), preview.spectra],
    ...(preview.curves > 0 ? [[t('library:import.curves'), preview.curves] as const] : []),
    ...(ofMasses > 0
      ? [
          [t('library:import.stated-ei'), preview.statedEi] as const,
          [t('library:import.stated-other'), preview.statedOther] as const,
          [t('library:import.unstated'), preview.unstated] as const,
        ]
      : []),
    ...(preview.runs > 0 ? [[t('library:import.runs'), preview.runs] as const] : []),
  ];
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
            {t(`files:format.${preview.format}`)} · {formatBytes(preview.size, i18n.language)}
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
      {preview.runs > 0 && (
        <Alert mt="xs" variant="light" icon={<IconInfoCircle aria-hidden />}>
          <Text size="sm">{t('library:import.runs-hint', { count: preview.runs })}</Text>
          <Button mt={6} size="xs" variant="default" leftSection={<IconFolderOpen size={16} aria-hidden />} onClick={onOpen}>
            {t('library:import.open-instead')}
          </Button>
        </Alert>
      )}
      <section className={classes.first} aria-label={t('library:import.first')}>
        {preview.first.map((record, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the first records of a file may be the same; their order never changes
          <figure key={index} className={classes.firstItem}>
            {record.traces[0] === undefined ? <SmallSpectrum peaks={record.peaks} /> : <SmallCurve trace={record.traces[0]} />}
            <figcaption>
              <Text size="sm" truncate title={record.name}>
                <bdi>{record.name}</bdi>
              </Text>
              <Text size="xs" c="dimmed" lineClamp={2}>
                {[
                  record.technique === 'mass-spectrometry' ? '' : t(`files:technique.${record.technique}`),
                  record.formula,
                  record.cas,
                  record.traces.length === 0
                    ? t('identify:peak-count', { count: record.peakCount })
                    : t('files:items.point-count', { count: record.peakCount }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
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
