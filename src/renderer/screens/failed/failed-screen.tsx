import { List, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SystemFailure } from '../../../contract/system';
import { presentError } from '../../app/errors/present-error';
import { SupportCode } from '../../app/errors/support-code';
import { useObservable } from '../../app/observable';
import { systemState } from '../../app/system-state';
import { CodeText } from '../../components/code-text';
import { PlainPage } from '../../components/plain-page';
import { RestorePanel } from '../../components/restore-panel';

/** Failures that a backup can undo; for the others it would only hide the cause, and the engine refuses it. */
const RESTORABLE: ReadonlySet<SystemFailure['kind']> = new Set(['corrupt', 'database-missing']);

/** One face per named failure: what happened, to which folder, what to do; a code for support last. */
export function FailedScreen({ failure, error }: { readonly failure: SystemFailure; readonly error?: unknown }) {
  const { t } = useTranslation();
  const state = useObservable(systemState);
  const { kind, params } = failure;
  const steps = t(`errors:failed.${kind}.steps`, { ...params, returnObjects: true, defaultValue: [] });
  const reference = error === undefined ? (params.reference ?? params.code) : presentError(error, t).code;
  return (
    <PlainPage width={560}>
      <div role="alert">
        <IconAlertTriangle size={32} stroke={1.6} aria-hidden />
        <Title order={1}>{t(`errors:failed.${kind}.title`)}</Title>
        <Text mt="xs">{t(`errors:failed.${kind}.text`, { ...params })}</Text>
      </div>
      {state !== null && (
        <Text size="sm">
          {t('errors:failed.folder')} <CodeText code={state.folder} />
        </Text>
      )}
      <List type="ordered" spacing={4}>
        {(steps as readonly string[]).map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      {RESTORABLE.has(kind) && state !== null && <RestorePanel />}
      {reference !== undefined && reference !== null && <SupportCode code={String(reference)} />}
    </PlainPage>
  );
}
