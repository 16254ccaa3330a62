import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { Collection } from '../../../../contract/library';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import { CollectionKindBadge } from '../../../components/collection-kind';
import { DateText } from '../../../components/date-text';
import { FormSection } from '../../../components/form-section';
import { ReasonDialog } from '../../../components/reason-dialog';
import { ReasonField } from '../../../components/reason-field';
import { UnsavedEntries } from '../../../components/record-drawer';
import classes from '../library.module.css';
import { Examination } from './examination';

function Provenance({ collection }: { readonly collection: Collection }) {
  const { t, i18n } = useTranslation();
  return (
    <dl className={classes.facts}>
      <dt>{t('library:collections.kind')}</dt>
      <dd>
        <CollectionKindBadge kind={collection.kind} />
      </dd>
      <dt>{t('library:collections.spectra')}</dt>
      <dd>{formatNumber(collection.spectra, i18n.language, 0)}</dd>
      <dt>{t('library:collections.imported')}</dt>
      <dd>
        <DateText instant={collection.importedAt} />
        {collection.importedBy !== '' && `, ${collection.importedBy}`}
      </dd>
      {collection.originalFile !== null && (
        <>
          <dt>{t('library:collections.file')}</dt>
          <dd>
            <bdi>{collection.originalFile}</bdi>
          </dd>
        </>
      )}
      {collection.originalSha256 !== null && (
        <>
          <dt>{t('library:collections.sha256')}</dt>
          <dd>
            <CodeText code={collection.originalSha256} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Retire({ collection, onReload }: { readonly collection: Collection; readonly onReload: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const retired = collection.retiredAt !== null;
  const change = useAction(api.library.retireCollection.mutationOptions(), {
    inPlace: true,
    success: retired ? t('library:retire.restored') : t('library:retire.retired'),
    onDone: () => setAsking(false),
  });
  const label = retired ? t('library:retire.restore') : t('library:retire.retire');
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={
          retired
            ? t('library:retire.restore-title', { name: collection.name })
            : t('library:retire.retire-title', { name: collection.name })
        }
        consequence={retired ? t('library:retire.restore-text') : t('library:retire.retire-text')}
        confirmLabel={label}
        onConfirm={(reason) => change.run({ id: collection.id, rowVersion: collection.rowVersion, retired: !retired, reason })}
        busy={change.busy}
        failure={change.failure}
        onReload={onReload}
      />
    </>
  );
}

/** A collection: what is known of its origin, its description, and whether it is searched. */
export function CollectionRecord({ collection, onReload }: { readonly collection: Collection; readonly onReload: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('library.edit');
  const { id, rowVersion, name, source, licence, version } = collection;
  const form = useForm({
    initialValues: { id, rowVersion, name, source, licence, version, reason: '' },
    validate: fieldErrors(inputSchema(contract.library.updateCollection), t),
    validateInputOnBlur: true,
  });
  const save = useAction(api.library.updateCollection.mutationOptions(), { form, inPlace: true, success: t('library:saved') });
  const field = (path: string) => ({ ...form.getInputProps(path), readOnly: !mayEdit });
  return (
    <Stack gap="md">
      <Provenance collection={collection} />
      <Group gap="xs">
        <Button variant="default" onClick={() => void navigate({ to: '/library', search: { collection: id } })}>
          {t('library:collections.show-spectra')}
        </Button>
        {mayEdit && <Retire collection={collection} onReload={onReload} />}
      </Group>
      <Examination collection={collection} />
      {collection.retiredAt !== null && (
        <Text size="sm" c="dimmed">
          {t('library:retire.since')} <DateText instant={collection.retiredAt} />
        </Text>
      )}
      <FormSection
        title={t('library:collections.description')}
        onSubmit={form.onSubmit((values) => save.run(values))}
        submitLabel={t('library:save')}
        busy={save.busy}
        failure={save.failure}
        onReload={onReload}
        canSubmit={mayEdit && form.isDirty()}
      >
        <UnsavedEntries unsaved={form.isDirty() && !save.busy} />
        <TextInput label={t('library:collections.name')} {...field('name')} />
        <TextInput label={t('library:collections.source')} {...field('source')} />
        <Group grow align="flex-start" gap="xs">
          <TextInput label={t('library:collections.licence')} {...field('licence')} />
          <TextInput label={t('library:collections.version')} {...field('version')} />
        </Group>
        {mayEdit && <ReasonField {...form.getInputProps('reason')} />}
      </FormSection>
    </Stack>
  );
}
