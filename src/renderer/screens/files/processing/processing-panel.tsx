import { ActionIcon, Alert, Button, Group, Menu, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconArrowForwardUp, IconDeviceFloppy, IconHistory, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../../contract/measurements';
import { defaultStep } from '../../../../core/processing/chain/check-step';
import { stepExplanationKey, stepNameKey } from '../../../../core/processing/chain/describe-step';
import { PROCESSING_VERSION } from '../../../../core/processing/chain/processing-step';
import { STEP_DEFINITIONS, STEP_NAMES } from '../../../../core/processing/chain/step-definitions';
import { useAction } from '../../../app/errors/use-action';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { DateText } from '../../../components/date-text';
import classes from '../files.module.css';
import type { Step, Study } from '../viewer/use-study';
import { Checks } from './checks';
import { CurvePeaks } from './curve-peaks';
import { SignalToNoise } from './signal-to-noise';
import { StepEditor } from './step-editor';
import { StepsInWords } from './steps-in-words';
import type { Outcome } from './use-outcome';

/** The chain of steps on the chosen trace: added, changed live, moved, taken back, kept; the original is never touched. */
export function ProcessingPanel(props: { readonly file: OpenedFile; readonly study: Study; readonly outcome: Outcome | undefined }) {
  const { t } = useTranslation();
  const { file, study, outcome } = props;
  const { value: steps, set, undo, redo } = study.steps;
  useScreenKeys([
    { keys: 'mod+Z', labelKey: 'files:process.undo', run: () => undo?.() },
    { keys: 'mod+shift+Z', labelKey: 'files:process.redo', run: () => redo?.() },
  ]);
  if (study.item?.kind !== 'curves' || outcome === undefined)
    return (
      <Text size="sm" c="dimmed" className={classes.scroll}>
        {t('files:process.not-here')}
      </Text>
    );
  const { technique } = study.item;
  const sticks = outcome.original.form === 'sticks';
  const offered = STEP_NAMES.filter((name) => {
    const { techniques, sticks: onSticks } = STEP_DEFINITIONS[name];
    return (techniques === undefined || techniques.includes(technique)) && (onSticks || !sticks);
  });
  const change = (index: number, step: Step): void => set(steps.map((known, place) => (place === index ? step : known)));
  const move = (index: number, by: 1 | -1): void => {
    const moved = [...steps];
    const [step] = moved.splice(index, 1);
    if (step !== undefined) moved.splice(index + by, 0, step);
    set(moved);
  };
  return (
    <Stack gap="sm" className={classes.scroll}>
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Menu position="bottom-start" width={280}>
          <Menu.Target>
            <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />}>
              {t('files:process.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className={classes.menu}>
            {offered.map((name) => (
              <Menu.Item key={name} onClick={() => set([...steps, defaultStep(name) as Step])} title={t(stepExplanationKey(name))}>
                {t(stepNameKey(name))}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Group gap={2} wrap="nowrap">
          <Tooltip label={t('files:process.undo')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('files:process.undo')} disabled={undo === undefined} onClick={undo}>
              <IconArrowBackUp size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('files:process.redo')}>
            <ActionIcon variant="subtle" color="gray" aria-label={t('files:process.redo')} disabled={redo === undefined} onClick={redo}>
              <IconArrowForwardUp size={16} />
            </ActionIcon>
          </Tooltip>
          <SavedChains file={file} study={study} />
        </Group>
      </Group>
      {steps.length === 0 && <Text size="sm">{t('files:process.none')}</Text>}
      <ol className={classes.steps} aria-label={t('files:process.steps')}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same step may stand twice; its place is what it is
          <li key={`${step.step} ${index}`}>
            <StepEditor
              step={step}
              place={index}
              count={steps.length}
              notes={outcome.notes.filter((note) => note.index === index)}
              refused={outcome.refused?.index === index ? outcome.refused : undefined}
              onChange={(next) => change(index, next)}
              onMove={(by) => move(index, by)}
              onRemove={() => set(steps.filter((_, place) => place !== index))}
            />
          </li>
        ))}
      </ol>
      {outcome.refused !== undefined && (
        <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
          {t('files:process.stopped', { number: outcome.refused.index + 1 })}
        </Alert>
      )}
      {steps.length > 0 && (
        <>
          <Switch
            size="xs"
            label={t('files:process.before')}
            checked={study.before}
            onChange={(event) => study.setBefore(event.currentTarget.checked)}
          />
          <SaveChain study={study} blocked={outcome.refused !== undefined} />
          <StepsInWords steps={steps} />
        </>
      )}
      <Checks outcome={outcome} />
      {outcome.processed.form === 'line' && (
        <>
          <CurvePeaks trace={outcome.processed} />
          <SignalToNoise trace={outcome.processed} study={study} />
        </>
      )}
    </Stack>
  );
}

function SaveChain({ study, blocked }: { readonly study: Study; readonly blocked: boolean }) {
  const { t } = useTranslation();
  const maySave = useMay('measurements.open');
  const saving = useAction(api.measurements.saveChain.mutationOptions(), { success: t('files:process.saved') });
  if (!maySave) return null;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconDeviceFloppy size={14} aria-hidden />}
      loading={saving.busy}
      disabled={blocked}
      onClick={() =>
        saving.run({ fileId: study.fileId, index: study.index, steps: [...study.steps.value], version: PROCESSING_VERSION, note: '' })
      }
    >
      {t('files:process.save')}
    </Button>
  );
}

/** Chains kept for this record, newest first; one is taken up as the present one. */
function SavedChains({ file, study }: { readonly file: OpenedFile; readonly study: Study }) {
  const { t } = useTranslation();
  const chains = useQuery(
    api.measurements.chains.queryOptions({ input: { fileId: file.id, index: study.index }, meta: { topics: ['processing_chain'] } }),
  );
  const kept = chains.data ?? [];
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Tooltip label={t('files:process.kept', { count: kept.length })}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('files:process.kept', { count: kept.length })}
            disabled={kept.length === 0}
          >
            <IconHistory size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {kept.map((chain) => (
          <Menu.Item key={chain.id} onClick={() => study.steps.set(chain.steps)}>
            <Text size="sm">{t('files:process.chain', { count: chain.steps.length, by: chain.savedBy })}</Text>
            <Text size="xs" c="dimmed">
              <DateText instant={chain.savedAt} />
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
