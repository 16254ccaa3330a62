import { Button, Text, Title } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { SupportCode } from '../../app/errors/support-code';
import { reconnect } from '../../app/wire/connection';
import { PlainPage } from '../../components/plain-page';

/** The engine stopped: nothing committed was lost, and it can be started again. */
export function EngineLostScreen({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  return (
    <PlainPage>
      <div role="alert">
        <IconPlugConnectedX size={32} stroke={1.6} aria-hidden />
        <Title order={1}>{t('errors:engine-lost.title')}</Title>
        <Text mt="xs">{t('errors:engine-lost.text')}</Text>
      </div>
      <Button autoFocus onClick={reconnect}>
        {t('errors:engine-lost.restart')}
      </Button>
      {code !== '' && <SupportCode code={code} />}
    </PlainPage>
  );
}
