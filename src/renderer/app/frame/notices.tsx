import { Alert, Button, Group, List } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../errors/use-action';
import { useSystem } from '../system-state';
import { api } from '../wire/client';
import classes from './frame.module.css';

/** What the last start found and did, until somebody has read it. */
export function Notices() {
  const { t } = useTranslation();
  const { notices } = useSystem();
  const dismiss = useAction(api.system.dismissNotices.mutationOptions());
  if (notices.length === 0) return null;
  return (
    <div className={classes.notices}>
      <Alert color="blue" icon={<IconInfoCircle aria-hidden />} title={t('frame:notices.title')}>
        <Group justify="space-between" align="flex-end" wrap="nowrap">
          <List size="md" spacing={2}>
            {notices.map((notice) => (
              <List.Item key={`${notice.code} ${JSON.stringify(notice.params)}`}>
                {t(`notices:${notice.code}`, { ...notice.params })}
              </List.Item>
            ))}
          </List>
          <Button size="xs" variant="default" loading={dismiss.busy} onClick={() => dismiss.run(undefined)}>
            {t('frame:notices.dismiss')}
          </Button>
        </Group>
      </Alert>
    </div>
  );
}
