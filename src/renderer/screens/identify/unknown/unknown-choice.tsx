import { Button, Group, Modal, Text } from '@mantine/core';
import { IconBolt, IconStack2 } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ItemSummary, OpenedFileSummary } from '../../../../contract/measurements';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import { RefusedList } from '../../files/opening/refused-list';
import { useItems } from '../../files/viewer/use-pages';
import { RunDialog, type RunToTakeApart } from '../batch/run-dialog';
import { useBatch } from '../batch/use-batch';
import classes from '../identify.module.css';
import { EnergiesDialog, type EnergyPart, MOST_ENERGIES } from './energies-dialog';
import type { UnknownFiles } from './use-unknown-files';

/** Which of several spectra is the unknown, or that all of them are. */
export function UnknownChoice({ files, exhibit }: { readonly files: UnknownFiles; readonly exhibit: string | undefined }) {
  const { t } = useTranslation();
  const [run, setRun] = useState<RunToTakeApart | null>(null);
  const [energies, setEnergies] = useState<readonly EnergyPart[] | null>(null);
  const batch = useBatch(exhibit, files.putAway);
  const { several } = files;
  const [only] = several ?? [];
  const spectra = (several ?? []).reduce((sum, { items }) => sum + items, 0);
  // Files of one spectrum each: perhaps one sample at several energies.
  const parts = (several ?? []).flatMap(({ id, name, items, scans }) =>
    items === 1 && scans === 0 ? [{ fileId: id, index: 0, name }] : [],
  );
  const title =
    several?.length === 1
      ? t('identify:file.choose-title', { file: only?.name })
      : t('identify:file.several-title', { count: several?.length ?? 0 });
  const searchAll = (): void => {
    const items = (several ?? []).flatMap(({ id, items: count }) => Array.from({ length: count }, (_, index) => ({ fileId: id, index })));
    batch.searchAll(several?.length === 1 ? (only?.name ?? '') : t('identify:file.several', { count: several?.length ?? 0 }), items);
  };
  const open = (file: Pick<OpenedFileSummary, 'id' | 'name'>, index: number, isRun: boolean): void =>
    isRun ? setRun({ fileId: file.id, index, name: file.name }) : files.choose(file.id, index);
  return (
    <>
      <Modal
        opened={several !== null && run === null && energies === null}
        onClose={files.putAway}
        size={860}
        title={title}
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        <Group gap="xs" mb="xs">
          <Text size="sm" c="dimmed" flex={1}>
            {t('identify:file.choose-hint')}
          </Text>
          {parts.length > 1 && parts.length <= MOST_ENERGIES && (
            <Button size="xs" variant="default" leftSection={<IconBolt size={16} aria-hidden />} onClick={() => setEnergies(parts)}>
              {t('search:energies.open')}
            </Button>
          )}
          {spectra > 1 && spectra <= MOST_IN_BATCH && (
            <Button size="xs" variant="light" loading={batch.busy} leftSection={<IconStack2 size={16} aria-hidden />} onClick={searchAll}>
              {t('identify:file.search-all', { count: spectra })}
            </Button>
          )}
        </Group>
        <div className={classes.choice}>
          {several?.length === 1 && only !== undefined ? (
            <ItemList file={only} label={title} onOpen={open} />
          ) : (
            <FileList files={several ?? []} label={title} onOpen={open} />
          )}
        </div>
        <RefusedList refused={files.refused} />
      </Modal>
      <EnergiesDialog parts={energies} exhibit={exhibit} onClose={() => setEnergies(null)} onDone={files.putAway} />
      <RunDialog run={run} exhibit={exhibit} onClose={() => setRun(null)} onStarted={files.putAway} />
    </>
  );
}

/** As the contract has it. */
const MOST_IN_BATCH = 10_000;

type OnOpen = (file: Pick<OpenedFileSummary, 'id' | 'name'>, index: number, isRun: boolean) => void;

function ItemList({ file, label, onOpen }: { readonly file: OpenedFileSummary; readonly label: string; readonly onOpen: OnOpen }) {
  const { t } = useTranslation();
  const { rows, total, loadMore } = useItems(file.id, '');
  const columns = useMemo(
    (): readonly Column<ItemSummary>[] => [
      { id: 'record', header: t('identify:file.record'), value: ({ index }) => index + 1, align: 'end', width: 60 },
      { id: 'name', header: t('identify:file.name'), value: ({ name }) => name, width: { grow: 3, least: 220 } },
      { id: 'technique', header: t('files:technique-label'), value: ({ technique }) => t(`files:technique.${technique}`), width: 150 },
      { id: 'time', header: t('identify:file.retention-time'), value: ({ retentionTime }) => retentionTime, width: 120 },
      { id: 'points', header: t('identify:file.points'), value: ({ points }) => points, align: 'end', width: 80 },
    ],
    [t],
  );
  return (
    <DataList<ItemSummary>
      id="file-spectra"
      label={label}
      rows={rows}
      rowKey={({ index }) => String(index)}
      columns={columns}
      onOpen={({ index, kind }) => onOpen(file, index, kind === 'run')}
      remote={{ total, loadMore }}
      empty={{ title: t('identify:file.none') }}
    />
  );
}

function FileList({
  files,
  label,
  onOpen,
}: {
  readonly files: readonly OpenedFileSummary[];
  readonly label: string;
  readonly onOpen: OnOpen;
}) {
  const { t } = useTranslation();
  const columns = useMemo(
    (): readonly Column<OpenedFileSummary>[] => [
      { id: 'path', header: t('files:file.name'), value: ({ path }) => path, width: { grow: 3, least: 220 } },
      { id: 'title', header: t('identify:file.name'), value: ({ title }) => title, width: { grow: 3, least: 180 } },
      { id: 'items', header: t('files:items.count'), value: ({ items }) => items, align: 'end', width: 84 },
    ],
    [t],
  );
  return (
    <DataList<OpenedFileSummary>
      id="unknown-files"
      label={label}
      rows={files}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={(file) => onOpen(file, 0, file.scans > 0)}
      empty={{ title: t('identify:file.none') }}
    />
  );
}
