import { Button, Divider, Group, Stack, Text } from '@mantine/core';
import { IconKey, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { Person } from '../../../../contract/people';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import { FormSection } from '../../../components/form-section';
import { ReasonDialog } from '../../../components/reason-dialog';
import { ReasonField } from '../../../components/reason-field';
import { UnsavedEntries } from '../../../components/record-drawer';
import { useRecordForm } from '../../../components/use-record-form';
import { useReopening } from '../../../components/use-reopening';
import { PersonFields } from './person-fields';
import { ResetPasswordDialog } from './reset-password-dialog';

interface PanelProps {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

function EditPerson({ person, onClose, onReload }: PanelProps) {
  const { t } = useTranslation();
  const { id, rowVersion, fullName, initials, title, roles, language } = person;
  const form = useRecordForm(inputSchema(contract.people.update), {
    id,
    rowVersion,
    fullName,
    initials,
    title,
    roles,
    language,
    reason: '',
  });
  const save = useAction(api.people.update.mutationOptions(), { form, inPlace: true, success: t('administration:saved'), onDone: onClose });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => save.run(values))}
      submitLabel={t('administration:save')}
      busy={save.busy}
      failure={save.failure}
      onReload={onReload}
      canSubmit={form.isDirty()}
    >
      <UnsavedEntries unsaved={form.isDirty() && !save.busy} />
      <PersonFields form={form} />
      <ReasonField {...form.getInputProps('reason')} />
    </FormSection>
  );
}

function DisableDialog(props: PanelProps & { readonly opened: boolean; readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  const { person, onClose, onReload, opened, onDismiss } = props;
  const disabled = person.disabledAt === null;
  const change = useAction(api.people.setDisabled.mutationOptions(), {
    inPlace: true,
    success: t('administration:saved'),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      opened={opened}
      onClose={onDismiss}
      title={disabled ? t('administration:people.disable') : t('administration:people.enable')}
      consequence={
        disabled
          ? t('administration:people.disable-text', { name: person.fullName })
          : t('administration:people.enable-text', { name: person.fullName })
      }
      grave={disabled}
      confirmLabel={disabled ? t('administration:people.disable') : t('administration:people.enable')}
      onConfirm={(reason) => change.run({ id: person.id, rowVersion: person.rowVersion, disabled, reason })}
      busy={change.busy}
      failure={change.failure}
      onReload={onReload}
    />
  );
}

/** A person's account: edit it, set a new password, disable or enable it. Accounts are never deleted. */
export function PersonPanel(props: { readonly person: Person; readonly onClose: () => void; readonly onReload: () => Promise<unknown> }) {
  const { person, onClose, onReload } = props;
  const { t } = useTranslation();
  const [opening, reload] = useReopening(onReload);
  const [asking, setAsking] = useState<'disable' | 'password' | null>(null);
  const dismiss = (): void => setAsking(null);
  const active = person.disabledAt === null;
  return (
    <Stack gap="md">
      <Text>
        {t('frame:sign-in.name')}: <CodeText code={person.signInName} />
      </Text>
      <EditPerson key={opening} person={person} onClose={onClose} onReload={reload} />
      <Divider />
      <Group gap="xs">
        <Button variant="default" leftSection={<IconKey size={16} aria-hidden />} onClick={() => setAsking('password')}>
          {t('administration:people.reset-password')}
        </Button>
        <Button
          variant="default"
          leftSection={active ? <IconUserOff size={16} aria-hidden /> : <IconUserCheck size={16} aria-hidden />}
          onClick={() => setAsking('disable')}
        >
          {active ? t('administration:people.disable') : t('administration:people.enable')}
        </Button>
      </Group>
      <DisableDialog person={person} onClose={onClose} onReload={reload} opened={asking === 'disable'} onDismiss={dismiss} />
      {asking === 'password' && <ResetPasswordDialog person={person} onClose={dismiss} />}
    </Stack>
  );
}
