import { Button } from '@mantine/core';
import { IconBooks } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../../contract/measurements';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { useMay } from '../../../app/system-state';
import type { Study } from '../viewer/use-study';
import { AddDialog } from './add-dialog';

/** Takes what is shown into a collection of the laboratory's own. A file that could not be read to its end gives no reference. */
export function AddToLibrary({ file, study }: { readonly file: OpenedFile; readonly study: Study }) {
  const { t } = useTranslation();
  const mayEdit = useMay('library.edit');
  const [opened, setOpened] = useState(false);
  const { item } = study;
  const applies = mayEdit && item !== undefined && (item.kind !== 'run' || item.scans > 0);
  const broken = file.refusal !== null;
  useScreenKeys(applies && !broken ? [{ keys: 'L', labelKey: 'library:add.title', run: () => setOpened(true) }] : []);
  if (!applies) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        disabled={broken}
        title={broken ? t('library:add.broken') : undefined}
        leftSection={<IconBooks size={16} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('library:add.open')}
      </Button>
      <AddDialog study={study} item={item} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
