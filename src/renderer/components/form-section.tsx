import { Button, Group, Stack, Title } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../app/errors/error-alert';
import type { PresentedError } from '../app/errors/present-error';
import { SaveKey } from './save-key';

export interface FormSectionProps {
  readonly title?: string | undefined;
  readonly children: ReactNode;
  readonly onSubmit: (event?: FormEvent<HTMLFormElement>) => void;
  readonly submitLabel: string;
  readonly busy?: boolean | undefined;
  /** Of `useAction(…, { inPlace: true })`. */
  readonly failure?: PresentedError | null | undefined;
  /** Offered when the record was changed by someone else: load it as it is now. */
  readonly onReload?: (() => void) | undefined;
  readonly onCancel?: (() => void) | undefined;
  /** One line to type: Enter alone does it, the key need not be told. */
  readonly enterSubmits?: boolean | undefined;
  /** False: nothing to save yet. */
  readonly canSubmit?: boolean | undefined;
}

/** A form: fields, its failure, its buttons; Ctrl+Enter anywhere in it saves. */
export function FormSection(props: FormSectionProps) {
  const { t } = useTranslation();
  const {
    title,
    children,
    onSubmit,
    submitLabel,
    busy = false,
    failure,
    onReload,
    onCancel,
    enterSubmits = false,
    canSubmit = true,
  } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || busy || !canSubmit) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate aria-label={title}>
      <Stack gap="sm">
        {title !== undefined && (
          <Title order={2} size="h3">
            {title}
          </Title>
        )}
        {children}
        {failure !== undefined && failure !== null && <ErrorAlert error={failure} onReload={onReload} />}
        <Group justify="flex-end" gap="xs" mt={4}>
          {onCancel !== undefined && (
            <Button variant="default" onClick={onCancel}>
              {t('frame:cancel')}
            </Button>
          )}
          <Button type="submit" loading={busy} disabled={!canSubmit} rightSection={enterSubmits ? undefined : <SaveKey />}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
