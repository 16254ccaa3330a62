import { Alert, Checkbox, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { optionalText } from '../../../../contract/base';
import type { StoredSearch } from '../../../../contract/identify';
import { fieldErrors } from '../../../app/errors/field-errors';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';

const fields = z.object({ note: optionalText });

function ChooseForm(props: { readonly search: StoredSearch; readonly rank: number; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { search, rank, onClose } = props;
  const several = search.method.family === 'mixture' || search.method.family === 'energies';
  const [ranks, setRanks] = useState(several ? search.candidates.map((candidate) => candidate.rank) : [rank]);
  const form = useForm({ initialValues: { note: '' }, validate: fieldErrors(fields, t), validateInputOnBlur: true });
  const choose = useAction(api.identify.choose.mutationOptions(), {
    form,
    inPlace: true,
    success: t('identify:choose.recorded'),
    onDone: (stored) => {
      queries.setQueryData(api.identify.get.queryKey({ input: { id: stored.id } }), stored);
      onClose();
    },
  });
  const kind = search.candidates.find((candidate) => candidate.rank === rank)?.collectionKind;
  return (
    <FormSection
      onSubmit={form.onSubmit(({ note }) => choose.run({ searchId: search.id, ranks, note }))}
      submitLabel={t('identify:choose.confirm')}
      onCancel={onClose}
      busy={choose.busy}
      canSubmit={ranks.length > 0}
      failure={choose.failure}
    >
      <Text>{t('identify:choose.explanation')}</Text>
      {several && (
        <Checkbox.Group
          label={t('search:choose.components')}
          value={ranks.map(String)}
          onChange={(chosen) =>
            setRanks(search.candidates.map((candidate) => candidate.rank).filter((each) => chosen.includes(String(each))))
          }
        >
          <Stack gap={6} mt={4}>
            {search.candidates.map((candidate) => (
              <Checkbox key={candidate.rank} value={String(candidate.rank)} label={candidate.name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {(kind === 'starter' || kind === 'practice') && (
        <Alert color="orange" variant="light">
          {t(`library:kind-hint.${kind}`)}
        </Alert>
      )}
      <Textarea
        label={t('identify:choose.note')}
        description={t('identify:choose.note-hint')}
        autosize
        minRows={2}
        maxRows={6}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </FormSection>
  );
}

/** Records that the analyst takes this candidate for the unknown: an opinion to be confirmed, no conclusion. */
export function ChooseDialog(props: {
  readonly opened: boolean;
  readonly name: string;
  readonly search: StoredSearch;
  readonly rank: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { opened, name, onClose } = props;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('identify:choose.title', { name })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <ChooseForm {...props} />
    </Modal>
  );
}
