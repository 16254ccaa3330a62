import { Menu, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { exportFormat } from '../../../../contract/measurements';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import type { Selected } from './selection';

/** MSP and MGF know peaks alone. */
const OF_MASSES: readonly string[] = ['msp', 'mgf'];

/** Writes reference spectra into a file that the person names. */
export function useSpectraExport() {
  const { t } = useTranslation();
  return useAction(api.library.saveSpectra.mutationOptions(), {
    success: (saved) => (saved === null ? t('files:export.cancelled') : t('files:saved', { path: saved.path })),
  });
}

/** The formats, as items of a menu; what cannot hold all of the spectra is not offered, and says why. */
export function ExportItems(props: {
  readonly spectra: readonly Pick<Selected, 'key' | 'technique'>[];
  readonly suggestedName: string;
  readonly exporting: ReturnType<typeof useSpectraExport>;
}) {
  const { t } = useTranslation();
  const { spectra, suggestedName, exporting } = props;
  const curves = spectra.some(({ technique }) => technique !== 'mass-spectrometry');
  return (
    <>
      {exportFormat.options.map((format) => (
        <Menu.Item
          key={format}
          disabled={curves && OF_MASSES.includes(format)}
          onClick={() => exporting.run({ keys: spectra.map(({ key }) => key), format, suggestedName })}
        >
          {t(`files:export.format.${format}`)}
        </Menu.Item>
      ))}
      {curves && (
        <Text size="xs" c="dimmed" px={12} py={4} maw={240}>
          {t('library:select.masses-only')}
        </Text>
      )}
    </>
  );
}
