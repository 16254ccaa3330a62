import { Alert, Modal, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { reason } from '../../contract/base';
import { fieldErrors } from '../app/errors/field-errors';
import type { PresentedError } from '../app/errors/present-error';
import { FormSection } from './form-section';

export interface ReasonDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** What will happen, in a sentence or two. */
  readonly consequence: ReactNode;
  /** It cannot be undone, or it touches people or evidence. */
  readonly grave?: boolean;
  readonly confirmLabel: string;
  readonly onConfirm: (reason: string) => void;
  readonly busy?: boolean | undefined;
  readonly failure?: PresentedError | null | undefined;
  readonly onReload?: (() => void) | undefined;
}

const fields = z.object({ reason });

/** Before a destructive or legal act: says what will happen and asks for the reason, which the audit trail keeps. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { t } = useTranslation();
  const { opened, onClose, title, consequence, grave = false, confirmLabel, onConfirm, busy, failure, onReload } = props;
  const form = useForm({ initialValues: { reason: '' }, validate: fieldErrors(fields, t), validateInputOnBlur: true });
  const close = (): void => {
    form.reset();
    onClose();
  };
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('frame:close') }}>
      <FormSection
        onSubmit={form.onSubmit((values) => onConfirm(values.reason.trim()))}
        submitLabel={confirmLabel}
        busy={busy}
        failure={failure}
        onReload={onReload}
        onCancel={close}
      >
        {grave ? (
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
            {consequence}
          </Alert>
        ) : (
          <Text>{consequence}</Text>
        )}
        <Textarea
          label={t('frame:reason.label')}
          description={t('frame:reason.hint')}
          autosize
          minRows={2}
          maxRows={6}
          data-autofocus
          required
          withAsterisk={false}
          {...form.getInputProps('reason')}
        />
      </FormSection>
    </Modal>
  );
}
