import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ControlInterval } from '../../../../contract/substances';
import { useMay } from '../../../app/system-state';
import { EditControlForm } from './edit-control-form';
import { VerifyControlForm } from './verify-control-form';

/** Comparing a row of the control list with the official one, and correcting it. */
export function ControlRowActions({ interval }: { readonly interval: ControlInterval }) {
  const { t } = useTranslation();
  const mayVerify = useMay('control.verify');
  const mayEdit = useMay('substances.edit');
  const [open, setOpen] = useState<'verify' | 'edit' | null>(null);
  const close = (): void => setOpen(null);
  if (!mayVerify && !mayEdit) return null;
  const title = open === 'edit' ? t('references:control.edit-title') : t('references:control.verify-title');
  return (
    <>
      <Group gap="xs" mt={6}>
        {mayVerify && (
          <Button size="compact-sm" variant="default" onClick={() => setOpen('verify')}>
            {interval.verifiedAt === null ? t('references:control.verify') : t('references:control.verify-again')}
          </Button>
        )}
        {mayEdit && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen('edit')}>
            {t('references:control.edit')}
          </Button>
        )}
      </Group>
      <Modal opened={open !== null} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('frame:close') }}>
        {open === 'verify' && <VerifyControlForm interval={interval} onClose={close} />}
        {open === 'edit' && <EditControlForm interval={interval} onClose={close} />}
      </Modal>
    </>
  );
}
