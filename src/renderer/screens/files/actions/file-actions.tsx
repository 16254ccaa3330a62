import { Button } from '@mantine/core';
import { IconListNumbers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../../contract/measurements';
import type { FileAddress } from '../address';
import { SequenceDrawer } from '../viewer/sequence-drawer';
import type { Study } from '../viewer/use-study';
import { AddToLibrary } from './add-to-library';
import { ExportMenu } from './export-menu';
import { IdentifyButton } from './identify-button';
import { OpenFilesButton } from './open-files-button';

/** What can be done with what is shown. */
export function FileActions({ file, study, address }: { readonly file: OpenedFile; readonly study: Study; readonly address: FileAddress }) {
  const { t } = useTranslation();
  const [sequence, setSequence] = useState(false);
  return (
    <>
      {address.batch !== undefined && file.scans > 0 && (
        <>
          <Button size="xs" variant="default" leftSection={<IconListNumbers size={16} aria-hidden />} onClick={() => setSequence(true)}>
            {t('files:sequence.show')}
          </Button>
          <SequenceDrawer batchId={address.batch} fileId={file.id} opened={sequence} onClose={() => setSequence(false)} />
        </>
      )}
      <IdentifyButton study={study} />
      <AddToLibrary file={file} study={study} />
      <ExportMenu file={file} study={study} />
      <OpenFilesButton size="xs" />
    </>
  );
}
