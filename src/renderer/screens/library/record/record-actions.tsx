import { Button, Group, Menu } from '@mantine/core';
import { IconArchive, IconDownload, IconFileDownload, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { fileNameOf } from '../../../charts/file-name';
import { ReasonDialog } from '../../../components/reason-dialog';
import { ExportItems, useSpectraExport } from '../spectra/export-items';
import { CorrectDialog } from './correct-dialog';

/** What can be done with a reference spectrum. What is withdrawn can still be written out. */
export function RecordActions({ spectrum }: { readonly spectrum: ReferenceSpectrum }) {
  const { t } = useTranslation();
  const mayEdit = useMay('library.edit') && spectrum.withdrawn === null;
  const [correcting, setCorrecting] = useState(false);
  const exporting = useSpectraExport();
  const saving = useAction(api.library.saveOriginal.mutationOptions(), {
    success: (saved) => (saved === null ? t('files:export.cancelled') : t('files:saved', { path: saved.path })),
  });
  return (
    <Group gap="xs">
      <Menu position="bottom-start">
        <Menu.Target>
          <Button size="xs" variant="default" loading={exporting.busy} leftSection={<IconDownload size={16} aria-hidden />}>
            {t('files:export.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ExportItems spectra={[spectrum]} suggestedName={fileNameOf(spectrum.name)} exporting={exporting} />
        </Menu.Dropdown>
      </Menu>
      {spectrum.originalFile !== null && (
        <Button
          size="xs"
          variant="default"
          loading={saving.busy}
          leftSection={<IconFileDownload size={16} aria-hidden />}
          onClick={() => saving.run({ key: spectrum.key })}
        >
          {t('files:file.save-original')}
        </Button>
      )}
      {mayEdit && (
        <>
          <Button size="xs" variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setCorrecting(true)}>
            {t('library:correct.open')}
          </Button>
          <RetireSpectrum spectrum={spectrum} />
          <CorrectDialog spectrum={spectrum} opened={correcting} onClose={() => setCorrecting(false)} />
        </>
      )}
    </Group>
  );
}

function RetireSpectrum({ spectrum }: { readonly spectrum: ReferenceSpectrum }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const retire = useAction(api.library.retireSpectrum.mutationOptions(), {
    inPlace: true,
    success: t('library:retire.spectrum-retired'),
    onDone: () => setAsking(false),
  });
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconArchive size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {t('library:retire.retire')}
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('library:retire.retire-title', { name: spectrum.name })}
        consequence={t('library:retire.spectrum-text')}
        confirmLabel={t('library:retire.retire')}
        onConfirm={(reason) => retire.run({ key: spectrum.key, reason })}
        busy={retire.busy}
        failure={retire.failure}
      />
    </>
  );
}
