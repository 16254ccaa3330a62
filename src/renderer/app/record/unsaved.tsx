import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Put `<AskBeforeLeaving unsaved={form.isDirty()} />` into a screen with a form: leaving with unsaved entries asks first. */
export function AskBeforeLeaving({ unsaved }: { readonly unsaved: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({ shouldBlockFn: () => unsaved, disabled: !unsaved, enableBeforeUnload: false, withResolver: true });
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={t('frame:unsaved.title')}>
      <Text>{t('frame:unsaved.text')}</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t('frame:unsaved.leave')}
        </Button>
        <Button data-autofocus onClick={() => blocker.reset?.()}>
          {t('frame:unsaved.stay')}
        </Button>
      </Group>
    </Modal>
  );
}
