import { Button, Group, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import { fieldErrors } from '../../../app/errors/field-errors';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';

/** The six languages of the United Nations, and German; a name may be in any of them. */
const NAME_LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh', 'de'] as const;

/** A further name; it is found by every search from then on. */
export function AddNameForm({ substanceId }: { readonly substanceId: string }) {
  const { t, i18n } = useTranslation();
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const form = useForm({
    initialValues: { substanceId, language: 'en', name: '' },
    validate: fieldErrors(inputSchema(contract.substances.addName), t),
  });
  const add = useAction(api.substances.addName.mutationOptions(), { form, success: t('references:saved'), onDone: () => form.reset() });
  return (
    <form onSubmit={form.onSubmit((values) => add.run(values))} noValidate>
      <Group gap="xs" align="flex-start" mt="xs">
        <Select
          size="xs"
          w={130}
          allowDeselect={false}
          aria-label={t('references:substances.name-language')}
          data={NAME_LANGUAGES.map((value) => ({ value, label: names.of(value) ?? value }))}
          {...form.getInputProps('language')}
        />
        <TextInput
          size="xs"
          flex={1}
          aria-label={t('references:substances.further-name')}
          placeholder={t('references:substances.further-name')}
          {...form.getInputProps('name')}
        />
        <Button size="xs" type="submit" variant="default" leftSection={<IconPlus size={15} aria-hidden />} loading={add.busy}>
          {t('references:substances.add-name')}
        </Button>
      </Group>
    </form>
  );
}
