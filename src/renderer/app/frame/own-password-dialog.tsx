import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OwnPasswordForm } from '../../components/own-password-form';
import { createObservable, useObservable } from '../observable';

export const ownPasswordDialogOpen = createObservable(false);

/** The person's own password, from the person's menu. */
export function OwnPasswordDialog() {
  const { t } = useTranslation();
  const close = (): void => ownPasswordDialogOpen.set(false);
  return (
    <Modal
      opened={useObservable(ownPasswordDialogOpen)}
      onClose={close}
      closeOnClickOutside={false}
      title={t('frame:person.change-password')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <OwnPasswordForm onDone={close} onCancel={close} />
    </Modal>
  );
}
