import { Button } from '@mantine/core';
import { IconSearch, IconStack2 } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { useMay } from '../../../app/system-state';
import { addressOf } from '../../identify/address';
import { RunDialog } from '../../identify/batch/run-dialog';
import type { Study } from '../viewer/use-study';

/** Compares what is shown with the library: a record, a scan, scans averaged; of a run every component. */
export function IdentifyButton({ study }: { readonly study: Study }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [takingApart, setTakingApart] = useState(false);
  const maySearch = useMay('identify.search');
  const { item, choice } = study;
  const isRun = item?.kind === 'run' && item.scans > 0;
  const applies = maySearch && (item?.kind === 'spectrum' || item?.kind === 'curves' || isRun);
  const identify = (): void => void navigate({ to: '/identify', search: addressOf({ kind: 'opened', ...choice }) });
  useScreenKeys(applies ? [{ keys: 'I', labelKey: 'frame:rail.identify', run: identify }] : []);
  if (!applies) return null;
  return (
    <>
      <Button size="xs" leftSection={<IconSearch size={16} aria-hidden />} onClick={identify}>
        {t('frame:rail.identify')}
      </Button>
      {isRun && (
        <>
          <Button size="xs" variant="light" leftSection={<IconStack2 size={16} aria-hidden />} onClick={() => setTakingApart(true)}>
            {t('search:run.take-apart')}
          </Button>
          <RunDialog
            run={takingApart ? { fileId: study.fileId, index: study.index, name: item.identity.name } : null}
            exhibit={undefined}
            onClose={() => setTakingApart(false)}
          />
        </>
      )}
    </>
  );
}
