import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconClipboard, IconPrinter, IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from './copy-text';
import classes from './recovery-code.module.css';

/** The code that is shown this once: to copy, to print, and to confirm before going on. */
export function RecoveryCode({ code, onKept }: { readonly code: string; readonly onKept: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <Stack gap="md">
      <Alert color="orange" icon={<IconShieldLock aria-hidden />}>
        {t('frame:recovery.explanation')}
      </Alert>
      <output className={classes.code} aria-label={t('frame:recovery.code')}>
        {code}
      </output>
      <Group gap="xs" className={classes.tools}>
        <Button variant="default" leftSection={<IconClipboard size={16} aria-hidden />} onClick={() => copyText(code)}>
          {t('frame:recovery.copy')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {t('frame:recovery.print')}
        </Button>
      </Group>
      <Checkbox label={t('frame:recovery.kept')} checked={kept} onChange={(event) => setKept(event.currentTarget.checked)} />
      <Group justify="space-between" className={classes.tools}>
        <Text size="sm" c="dimmed">
          {t('frame:recovery.once')}
        </Text>
        <Button disabled={!kept} onClick={onKept}>
          {t('frame:recovery.go-on')}
        </Button>
      </Group>
    </Stack>
  );
}
