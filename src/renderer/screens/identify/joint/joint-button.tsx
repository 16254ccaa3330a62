import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordDrawer } from '../../../components/record-drawer';
import { ActionButton } from '../action-button';
import { JointList } from './joint-list';

/** Opens the list over all techniques of an exhibit. */
export function JointButton({ exhibitId }: { readonly exhibitId: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <ActionButton label={t('evidence:joint.button')} icon={IconListDetails} onClick={() => setOpened(true)} />
      <RecordDrawer opened={opened} onClose={() => setOpened(false)} title={t('evidence:joint.title')} size={860}>
        <JointList exhibitId={exhibitId} onFollow={() => setOpened(false)} />
      </RecordDrawer>
    </>
  );
}
