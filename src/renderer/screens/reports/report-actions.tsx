import { Button, Group } from '@mantine/core';
import { IconDeviceFloppy, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';

/** Open in the system's viewer, or save a copy; the engine checks the kept file against its hash first. */
export function ReportActions({ id, code }: { readonly id: string; readonly code: string }) {
  const { t } = useTranslation();
  const open = useAction(api.reports.open.mutationOptions());
  const saveAs = useAction(api.reports.saveAs.mutationOptions(), {
    success: (saved) => (saved === null ? t('reports:screen.not-saved') : t('reports:screen.saved-as', { path: saved.path })),
  });
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        size="compact-sm"
        variant="default"
        loading={open.busy}
        leftSection={<IconExternalLink size={15} aria-hidden />}
        aria-label={t('reports:screen.open-named', { code })}
        onClick={(event) => {
          event.stopPropagation();
          open.run({ id });
        }}
      >
        {t('reports:screen.open')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={saveAs.busy}
        leftSection={<IconDeviceFloppy size={15} aria-hidden />}
        aria-label={t('reports:screen.save-named', { code })}
        onClick={(event) => {
          event.stopPropagation();
          saveAs.run({ id });
        }}
      >
        {t('reports:screen.save-as')}
      </Button>
    </Group>
  );
}
