import { Anchor, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Measurement } from '../../../../contract/measurements';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormDialog } from '../../../components/form-dialog';
import { FormSection } from '../../../components/form-section';
import { goTo } from '../../../components/go-to';
import { UnsavedEntries } from '../../../components/record-drawer';
import { NewCollectionDialog } from '../../library/collections/new-collection-dialog';
import { FactsFields } from '../../library/facts/facts-fields';
import { factsErrors, factsOf, valuesOfMeasurement } from '../../library/facts/facts-values';
import type { Study } from '../viewer/use-study';
import { CollectionField } from './collection-field';

/** The notification, which goes when its link is followed. */
const ADDED = 'added-to-library';

interface Props {
  readonly study: Study;
  readonly item: Measurement;
  readonly onClose: () => void;
}

/** What is shown becomes a reference spectrum: in which collection, and what is stated of it. */
export function AddDialog({ opened, ...props }: Props & { readonly opened: boolean }) {
  const { t } = useTranslation();
  return (
    <FormDialog opened={opened} onClose={props.onClose} size={680} title={t('library:add.title')}>
      <AddForm {...props} />
    </FormDialog>
  );
}

function AddForm({ study, item, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { ...valuesOfMeasurement(item), collectionId: '', note: '' },
    validate: (values) => ({
      ...factsErrors(values, t),
      ...(values.collectionId === '' ? { collectionId: t('errors:field.required') } : {}),
    }),
    validateInputOnBlur: true,
  });
  const add = useAction(api.library.addSpectrum.mutationOptions(), {
    form,
    inPlace: true,
    onDone: ({ key }) => {
      onClose();
      notifications.show({
        id: ADDED,
        message: (
          <>
            {t('library:add.done')}{' '}
            <Anchor
              component="button"
              type="button"
              size="sm"
              underline="always"
              onClick={() => {
                notifications.hide(ADDED);
                goTo(`/library?spectrum=${key}`);
              }}
            >
              {t('library:add.show')}
            </Anchor>
          </>
        ),
        autoClose: 8000,
      });
    },
  });
  const { choice, steps } = study;
  const [making, setMaking] = useState(false);
  return (
    <>
      <FormSection
        onSubmit={form.onSubmit((values) =>
          add.run({
            ...choice,
            collectionId: values.collectionId,
            facts: factsOf(values),
            substanceId: values.substanceId === '' ? null : values.substanceId,
            note: values.note,
          }),
        )}
        submitLabel={t('library:add.save')}
        busy={add.busy}
        failure={add.failure}
        onCancel={onClose}
      >
        <UnsavedEntries unsaved={form.isDirty() && !add.busy} />
        <Stack gap={2}>
          <Text size="sm">{whatIsAdded(study, item, t)}</Text>
          {item.kind === 'curves' && steps.value.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('library:add.without-steps')}
            </Text>
          )}
        </Stack>
        <CollectionField {...form.getInputProps('collectionId')} onNew={() => setMaking(true)} />
        <FactsFields form={form} ofMasses={item.kind !== 'curves'} />
        <Textarea label={t('library:add.note')} autosize minRows={1} maxRows={4} {...form.getInputProps('note')} />
      </FormSection>
      <NewCollectionDialog
        opened={making}
        onClose={() => setMaking(false)}
        onCreated={({ id }) => form.setFieldValue('collectionId', id)}
      />
    </>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

/** Which numbers become the reference spectrum. */
function whatIsAdded({ choice }: Study, item: Measurement, t: Translate): string {
  if (item.kind === 'curves') return t('library:add.curves', { technique: t(`files:technique.${item.technique}`) });
  if (item.kind === 'spectrum') return t('library:add.spectrum', { count: item.peaks.mz.length });
  if (choice.averaging === null) return t('library:add.scan', { number: (choice.scan ?? 0) + 1, count: item.scans });
  const scans = (ranges: readonly { readonly from: number; readonly to: number }[]): number =>
    ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return t('library:add.averaged', { count: scans(choice.averaging.ranges), background: scans(choice.averaging.background) });
}
