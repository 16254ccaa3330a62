import { ActionIcon, Badge, Text, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../observable';
import { usePerson, useSystem } from '../system-state';
import { jobs, useJobsWatch } from './jobs-state';
import { Task, TaskLine } from './task';
import classes from './task-tray.module.css';

/**
 * A line under the screen, in a room of its own so that it covers nothing: the newest work with its progress or result.
 * All of it unfolds above the line; finished work stays until it is put away.
 */
export function TaskTray() {
  const { t } = useTranslation();
  useJobsWatch(usePerson().id, useSystem().phase === 'locked');
  const known = useObservable(jobs);
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState(false);
  const shown = known.filter((job) => job.state === 'running' || !putAway.has(job.id));
  const running = shown.filter((job) => job.state === 'running').length;
  const failed = shown.filter((job) => job.failure !== null).length;
  useEffect(() => {
    if (failed > 0) setOpen(true);
  }, [failed]);
  const newest = shown.find((job) => job.state === 'running') ?? shown[0];
  if (newest === undefined) return null;
  const finished = shown.filter((job) => job.state !== 'running').map(({ id }) => id);
  const foldLabel = open ? t('frame:tasks.fold') : t('frame:tasks.unfold');
  return (
    <aside className={classes.tray} aria-label={t('frame:tasks.title')}>
      {open && (
        <div className={classes.list}>
          {shown.map((job) => (
            <Task key={job.id} job={job} />
          ))}
        </div>
      )}
      <div className={classes.line}>
        <Text fw={600}>{t('frame:tasks.title')}</Text>
        {shown.length > 1 && (
          <Badge variant="default" size="sm">
            {shown.length}
          </Badge>
        )}
        <div className={classes.newest}>{!open && <TaskLine job={newest} />}</div>
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
              onClick={() => {
                setPutAway(new Set([...putAway, ...finished]));
                setOpen(false);
              }}
            >
              <IconX size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </aside>
  );
}
