import { Checkbox, Modal, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useObservable } from '../../../app/observable';
import { FormSection } from '../../../components/form-section';
import { ladder } from '../../files/processing/ladder';
import { type TakingApart, useBatch } from './use-batch';

export interface RunToTakeApart {
  readonly fileId: string;
  readonly index: number;
  readonly name: string;
}

const USUAL_SIGNAL_TO_NOISE = 10;
/** A ladder of fewer alkanes gives no index. */
const FEWEST_ALKANES = 2;

/** How a run is taken apart before its components are searched. */
export function RunDialog(props: {
  readonly run: RunToTakeApart | null;
  readonly exhibit: string | undefined;
  readonly onClose: () => void;
  readonly onStarted?: () => void;
}) {
  const { t } = useTranslation();
  const { run, onClose } = props;
  return (
    <Modal
      opened={run !== null}
      onClose={onClose}
      title={t('search:run.title', { name: run?.name ?? '' })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {run !== null && <RunForm {...props} run={run} />}
    </Modal>
  );
}

function RunForm(props: {
  readonly run: RunToTakeApart;
  readonly exhibit: string | undefined;
  readonly onClose: () => void;
  readonly onStarted?: () => void;
}) {
  const { t } = useTranslation();
  const { run, exhibit, onClose, onStarted } = props;
  const { alkanes } = useObservable(ladder);
  const hasLadder = alkanes.length >= FEWEST_ALKANES;
  const [detection, setDetection] = useState<TakingApart['detection']>('components');
  const [leastSignalToNoise, setLeast] = useState(USUAL_SIGNAL_TO_NOISE);
  const [indexed, setIndexed] = useState(true);
  const batch = useBatch(exhibit, () => {
    onClose();
    onStarted?.();
  });
  return (
    <FormSection
      onSubmit={(event) => {
        event?.preventDefault();
        const marked = hasLadder && indexed ? alkanes.map(({ carbon, time }) => ({ carbons: carbon, minutes: time })) : [];
        batch.takeApart(run, { detection, leastSignalToNoise, ladder: marked });
      }}
      submitLabel={t('search:run.start')}
      onCancel={onClose}
      busy={batch.busy}
    >
      <Radio.Group
        label={t('search:run.detection')}
        value={detection}
        onChange={(value) => setDetection(value as TakingApart['detection'])}
      >
        <Stack gap={6} mt={4}>
          <Radio value="components" label={t('search:run.components')} description={t('search:run.components-hint')} data-autofocus />
          <Radio value="chromatogram" label={t('search:run.chromatogram')} description={t('search:run.chromatogram-hint')} />
        </Stack>
      </Radio.Group>
      <NumberInput
        label={t('search:run.signal-to-noise')}
        description={t('search:run.signal-to-noise-hint')}
        min={1}
        max={10_000}
        value={leastSignalToNoise}
        onChange={(value) => typeof value === 'number' && setLeast(value)}
        maw={220}
      />
      {hasLadder ? (
        <Checkbox
          label={t('search:run.ladder', { count: alkanes.length })}
          checked={indexed}
          onChange={(event) => setIndexed(event.currentTarget.checked)}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('search:run.no-ladder')}
        </Text>
      )}
    </FormSection>
  );
}
