import { ActionIcon, Button, FileButton, Group, Paper, Text, Tooltip } from '@mantine/core';
import { IconClockEdit, IconFileUpload, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, Exhibit, Injection, MeasuredSpectrum } from '../../../../../contract/casework';
import { formatNumber } from '../../../../../i18n/formats/numbers';
import { type DroppedFile, tokensOf } from '../../../../app/drop/file-drop';
import { QueryState } from '../../../../app/errors/query-state';
import { useMay } from '../../../../app/system-state';
import { api } from '../../../../app/wire/client';
import { MassSpectrumView } from '../../../../charts/mass-spectrum-view';
import { CodeText } from '../../../../components/code-text';
import { FindingList } from '../finding-list';
import { RetentionDialog } from './retention-dialog';
import classes from './sequence.module.css';

interface Attach {
  readonly take: (files: readonly DroppedFile[]) => void;
  readonly busy: boolean;
  readonly mayAttach: boolean;
}

/** The current injection: its file, its spectra with their retention times, and what was computed of it. */
export function InjectionDetail(props: {
  readonly batch: Batch;
  readonly injection: Injection;
  readonly exhibit: Exhibit;
  readonly attach: Attach;
}) {
  const { t } = useTranslation();
  const { batch, injection, exhibit, attach } = props;
  const [shownId, setShownId] = useState<string | undefined>();
  const shown = injection.spectra.find(({ id }) => id === shownId) ?? injection.spectra[0];
  const findings = batch.findings.filter(({ injectionId }) => injectionId === injection.id);
  const title = t('casework:sequence.injection', { position: injection.position, kind: t(`casework:sequence.kinds.${injection.kind}`) });
  const takeFile = (file: File | null): void => attach.take(file === null ? [] : tokensOf([file]));
  return (
    <Paper component="section" className={classes.detail} aria-label={title}>
      <div className={classes.side}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{title}</Text>
          {attach.mayAttach && (
            <FileButton onChange={takeFile} inputProps={{ 'aria-label': t('casework:sequence.attach') }}>
              {(button) => (
                <Button
                  {...button}
                  size="xs"
                  variant="default"
                  loading={attach.busy}
                  leftSection={<IconFileUpload size={16} aria-hidden />}
                >
                  {t('casework:sequence.attach')}
                </Button>
              )}
            </FileButton>
          )}
        </Group>
        {injection.spectra.length === 0 && <Text c="dimmed">{t('casework:sequence.no-file')}</Text>}
        <ul className={classes.spectra}>
          {injection.spectra.map((spectrum) => (
            <SpectrumLine
              key={spectrum.id}
              spectrum={spectrum}
              current={spectrum.id === shown?.id}
              onShow={() => setShownId(spectrum.id)}
              exhibitId={injection.kind === 'case' ? exhibit.id : null}
              mayChange={batch.status === 'open'}
            />
          ))}
        </ul>
        {findings.length > 0 && <FindingList findings={findings} />}
        {shown !== undefined && (
          <Text size="xs" c="dimmed">
            {shown.fileName} · {t('casework:sequence.hash')} <CodeText code={shown.sha256} shorten />
          </Text>
        )}
      </div>
      {shown !== undefined && <ShownSpectrum key={shown.id} spectrum={shown} />}
    </Paper>
  );
}

function SpectrumLine(props: {
  readonly spectrum: MeasuredSpectrum;
  readonly current: boolean;
  readonly onShow: () => void;
  /** Null: not an unknown, nothing to identify. */
  readonly exhibitId: string | null;
  readonly mayChange: boolean;
}) {
  const { t, i18n } = useTranslation();
  const { spectrum, current, onShow, exhibitId, mayChange } = props;
  const mayWork = useMay('casework.do') && mayChange;
  const [timing, setTiming] = useState(false);
  const minutes = spectrum.retentionTimeMinutes;
  return (
    <li data-current={current || undefined}>
      <button type="button" className={classes.spectrum} aria-pressed={current} onClick={onShow}>
        <span className={classes.time} data-missing={minutes === null || undefined}>
          {minutes === null
            ? t('casework:sequence.no-time')
            : t('casework:sequence.time-is', { minutes: formatNumber(minutes, i18n.language, 3) })}
        </span>
        <span className={classes.name}>{spectrum.name}</span>
      </button>
      {mayWork && (
        <Tooltip label={t('casework:sequence.time')}>
          <ActionIcon
            size={28}
            variant="subtle"
            color="gray"
            aria-label={t('casework:sequence.time-of', { name: spectrum.name })}
            onClick={() => setTiming(true)}
          >
            <IconClockEdit size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      {exhibitId !== null && (
        <Tooltip label={t('casework:identify.search')}>
          <ActionIcon
            component={Link}
            to="/identify"
            search={{ exhibit: exhibitId, measured: spectrum.id } as never}
            size={28}
            variant="light"
            aria-label={t('casework:identify.search-of', { name: spectrum.name })}
          >
            <IconSearch size={16} />
          </ActionIcon>
        </Tooltip>
      )}
      <RetentionDialog opened={timing} spectrum={spectrum} onClose={() => setTiming(false)} />
    </li>
  );
}

function ShownSpectrum({ spectrum }: { readonly spectrum: MeasuredSpectrum }) {
  const whole = useQuery(api.casework.batches.spectrum.queryOptions({ input: { id: spectrum.id }, meta: { topics: [] } }));
  return (
    <div className={classes.plot}>
      <QueryState query={whole}>{({ peaks }) => <MassSpectrumView peaks={peaks} title={spectrum.name} />}</QueryState>
    </div>
  );
}
