import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../observable';
import { usePerson, useSystem } from '../system-state';
import { jobs, useJobsWatch } from './jobs-state';
import { Task } from './task';
import classes from './task-tray.module.css';

/** Running work with progress, time left and cancel; finished work with its result, until it is put away. */
export function TaskTray() {
  const { t } = useTranslation();
  useJobsWatch(usePerson().id, useSystem().phase === 'locked');
  const known = useObservable(jobs);
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState(true);
  const shown = known.filter((job) => job.state === 'running' || !putAway.has(job.id));
  const running = shown.filter((job) => job.state === 'running').length;
  useEffect(() => {
    if (running > 0) setOpen(true);
  }, [running]);
  if (shown.length === 0) return null;
  const finished = shown.filter((job) => job.state !== 'running').map(({ id }) => id);
  const foldLabel = open ? t('frame:tasks.fold') : t('frame:tasks.unfold');
  return (
    <aside className={classes.tray} aria-label={t('frame:tasks.title')}>
      <div className={classes.head}>
        <Text fw={600} flex={1}>
          {t('frame:tasks.title')}
        </Text>
        {running > 0 && <Badge variant="light">{t('frame:tasks.running', { count: running })}</Badge>}
        <Tooltip label={foldLabel}>
          <ActionIcon variant="subtle" color="gray" aria-label={foldLabel} aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? <IconChevronDown size={16} /> : <IconChevronUp size={16} />}
          </ActionIcon>
        </Tooltip>
        {running === 0 && (
          <Tooltip label={t('frame:tasks.put-away')}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('frame:tasks.put-away')}
              onClick={() => setPutAway(new Set([...putAway, ...finished]))}
            >
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {open && (
        <div className={classes.list}>
          {shown.map((job) => (
            <Task key={job.id} job={job} />
          ))}
        </div>
      )}
    </aside>
  );
}
