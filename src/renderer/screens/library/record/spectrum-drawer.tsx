import { Group, Stack } from '@mantine/core';
import { IconChartBar, IconWaveSine } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { QueryState } from '../../../app/errors/query-state';
import { api } from '../../../app/wire/client';
import { CollectionKindBadge } from '../../../components/collection-kind';
import { RecordDrawer } from '../../../components/record-drawer';
import { StatusBadge } from '../../../components/status-badge';
import classes from '../library.module.css';
import { LIBRARY_TOPICS } from '../topics';
import { QualityNotes } from './quality-notes';
import { RecordActions } from './record-actions';
import { MeasurementFacts, OtherFacts, ProvenanceFacts, SubstanceFacts } from './record-facts';
import { RecordPicture } from './record-picture';
import { WithdrawnNote } from './withdrawn-note';

const WIDTH = 820;

function SpectrumRecord({ spectrum }: { readonly spectrum: ReferenceSpectrum }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Group gap="xs">
        <StatusBadge
          tone="neutral"
          icon={spectrum.traces.length > 0 ? IconWaveSine : IconChartBar}
          label={t(`files:technique.${spectrum.technique}`)}
        />
        <CollectionKindBadge kind={spectrum.collectionKind} />
      </Group>
      <WithdrawnNote withdrawn={spectrum.withdrawn} />
      <RecordActions spectrum={spectrum} />
      <div className={classes.plot}>
        <RecordPicture spectrum={spectrum} />
      </div>
      <QualityNotes notes={spectrum.quality} grade={spectrum.grade} findings={spectrum.findings} />
      <div className={classes.record}>
        <SubstanceFacts spectrum={spectrum} />
        <Stack gap="md">
          <ProvenanceFacts spectrum={spectrum} />
          <MeasurementFacts spectrum={spectrum} />
        </Stack>
      </div>
      <OtherFacts spectrum={spectrum} />
    </Stack>
  );
}

/** One reference spectrum beside the list: picture, what it is of, how it was measured, where it comes from, and every other field of its file word for word. */
export function SpectrumDrawer({ spectrumKey, onClose }: { readonly spectrumKey: number | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery(
    api.library.spectrum.queryOptions({
      input: { key: spectrumKey ?? 1 },
      enabled: spectrumKey !== undefined,
      meta: { topics: [...LIBRARY_TOPICS, 'substance'] },
    }),
  );
  return (
    <RecordDrawer opened={spectrumKey !== undefined} title={query.data?.name ?? t('library:spectra.one')} onClose={onClose} size={WIDTH}>
      {spectrumKey !== undefined && (
        <QueryState query={query}>{(spectrum) => <SpectrumRecord key={spectrum.key} spectrum={spectrum} />}</QueryState>
      )}
    </RecordDrawer>
  );
}
