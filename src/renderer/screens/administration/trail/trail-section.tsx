import { Button, Group, Select, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDebouncedValue } from '@mantine/hooks';
import { IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEvent } from '../../../../contract/audit';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { useJob } from '../../../app/tasks/jobs-state';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import { endOfDay, startOfDay } from './day-bounds';
import { trailColumns } from './trail-columns';
import { TrailEventPanel } from './trail-event-panel';
import { VerdictAlert } from './verdict-alert';

const PAGE = 200;

function useTrail(filter: {
  readonly text: string;
  readonly actorId: string | null;
  readonly from: string | null;
  readonly to: string | null;
}) {
  const { text, actorId, from, to } = filter;
  const narrowing = {
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(actorId === null ? {} : { actorId }),
    ...(from === null ? {} : { from: startOfDay(from) }),
    ...(to === null ? {} : { to: endOfDay(to) }),
  };
  const trail = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (offset: number) => ({ offset, limit: PAGE, ...narrowing }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const seen = pages.reduce((sum, { events }) => sum + events.length, 0);
        return seen < total ? seen : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const events = useMemo(() => trail.data?.pages.flatMap((page) => page.events), [trail.data]);
  return { trail, events, total: trail.data?.pages[0]?.total ?? 0, narrowed: Object.keys(narrowing).length > 0 };
}

function TrailHead() {
  const { t } = useTranslation();
  const head = useQuery(api.audit.head.queryOptions());
  if (head.data === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('administration:trail.head', { sequence: head.data.sequence })} <CodeText code={head.data.hash} shorten />
    </Text>
  );
}

/** Who did what, when and why; each event with the rows before and after; and the proof that nothing was altered. */
export function TrailSection() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [quietText] = useDebouncedValue(text, 200);
  const [actorId, setActorId] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [open, setOpen] = useState<AuditEvent | null>(null);
  const [jobId, setJobId] = useState<string | undefined>();
  const mayKnowPeople = useMay('people.manage');
  const people = useQuery(api.people.list.queryOptions({ meta: { topics: ['person'] }, enabled: mayKnowPeople }));
  const { trail, events, total, narrowed } = useTrail({ text: quietText, actorId, from, to });
  const verify = useAction(api.audit.verify.mutationOptions(), { onDone: (started) => setJobId(started.jobId) });
  const verification = useJob(jobId);
  const columns = useMemo(() => trailColumns(t), [t]);
  if (trail.error !== null) return <ErrorAlert error={presentError(trail.error, t)} onRetry={() => void trail.refetch()} />;
  return (
    <>
      <Group justify="space-between">
        <TrailHead />
        <Button
          leftSection={<IconShieldCheck size={16} aria-hidden />}
          loading={verify.busy || verification?.state === 'running'}
          onClick={() => verify.run(undefined)}
        >
          {t('administration:trail.verify')}
        </Button>
      </Group>
      {verification?.state === 'finished' && <VerdictAlert outcome={verification.outcome} onClose={() => setJobId(undefined)} />}
      <DataList<AuditEvent>
        id="audit-trail"
        label={t('administration:section.trail')}
        rows={events}
        rowKey={({ sequence }) => String(sequence)}
        columns={columns}
        onOpen={setOpen}
        currentKey={open === null ? undefined : String(open.sequence)}
        empty={{ title: t('administration:trail.empty') }}
        remote={{ total, loadMore: () => void trail.fetchNextPage(), search: text, onSearch: setText, narrowed }}
        tools={
          <>
            {mayKnowPeople && (
              <Select
                size="xs"
                w={170}
                clearable
                searchable
                aria-label={t('administration:trail.who')}
                placeholder={t('administration:trail.who')}
                data={people.data?.map(({ id, fullName }) => ({ value: id, label: fullName })) ?? []}
                value={actorId}
                onChange={setActorId}
              />
            )}
            <DateInput
              size="xs"
              w={120}
              clearable
              valueFormat="L"
              aria-label={t('administration:trail.from')}
              placeholder={t('administration:trail.from')}
              value={from}
              onChange={setFrom}
            />
            <DateInput
              size="xs"
              w={120}
              clearable
              valueFormat="L"
              aria-label={t('administration:trail.to')}
              placeholder={t('administration:trail.to')}
              value={to}
              onChange={setTo}
            />
          </>
        }
      />
      <RecordDrawer
        opened={open !== null}
        onClose={() => setOpen(null)}
        size={640}
        title={open !== null && t('administration:trail.event', { sequence: open.sequence })}
      >
        {open !== null && <TrailEventPanel event={open} />}
      </RecordDrawer>
    </>
  );
}
