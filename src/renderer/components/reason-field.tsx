import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Why a record is changed; part of every form that changes one. */
export function ReasonField(props: TextareaProps) {
  const { t } = useTranslation();
  return <Textarea label={t('frame:reason.label')} description={t('frame:reason.hint')} autosize minRows={2} maxRows={5} {...props} />;
}
