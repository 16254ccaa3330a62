import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { useMay } from '../../../app/system-state';
import { addressOf } from '../../identify/address';
import type { Study } from '../viewer/use-study';

/** Compares the mass spectrum that is shown with the library: a record, a scan, or scans averaged. */
export function IdentifyButton({ study }: { readonly study: Study }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySearch = useMay('identify.search');
  const { item, choice } = study;
  const applies = maySearch && (item?.kind === 'spectrum' || (item?.kind === 'run' && item.scans > 0));
  const identify = (): void => void navigate({ to: '/identify', search: addressOf({ kind: 'opened', ...choice }) });
  useScreenKeys(applies ? [{ keys: 'I', labelKey: 'frame:rail.identify', run: identify }] : []);
  if (!applies) return null;
  return (
    <Button size="xs" leftSection={<IconSearch size={16} aria-hidden />} onClick={identify}>
      {t('frame:rail.identify')}
    </Button>
  );
}
