import { ActionIcon, Group, NumberInput, Select, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  choiceKey,
  parameterExplanationKey,
  parameterNameKey,
  processingNoteKey,
  stepExplanationKey,
  stepNameKey,
} from '../../../../core/processing/chain/describe-step';
import { isStepName, type ParameterDefinition, STEP_DEFINITIONS } from '../../../../core/processing/chain/step-definitions';
import { useObservable } from '../../../app/observable';
import { shelf } from '../compare/shelf';
import classes from '../files.module.css';
import type { Step } from '../viewer/use-study';
import { refusalWords, wordedParams } from './refusal-words';
import type { Outcome } from './use-outcome';

/** One step: what it is, its parameters, what it noticed, and its place in the chain. */
export function StepEditor(props: {
  readonly step: Step;
  readonly place: number;
  readonly count: number;
  readonly notes: Outcome['notes'];
  readonly refused: Outcome['refused'];
  readonly onChange: (step: Step) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const { t, i18n } = useTranslation();
  const records = useObservable(shelf);
  const { step, place, count, notes, refused, onChange, onMove, onRemove } = props;
  if (!isStepName(step.step)) return <Text size="sm">{step.step}</Text>;
  const name = t(stepNameKey(step.step));
  const { parameters } = STEP_DEFINITIONS[step.step];
  return (
    <section className={classes.step} aria-label={t('files:process.step', { number: place + 1, name })}>
      <Group justify="space-between" wrap="nowrap" gap={4}>
        <Tooltip label={t(stepExplanationKey(step.step))} multiline w={280}>
          <Text size="sm" fw={600}>
            {place + 1}. {name}
          </Text>
        </Tooltip>
        <Group gap={0} wrap="nowrap">
          <StepButton label={t('files:process.up', { name })} disabled={place === 0} onClick={() => onMove(-1)}>
            <IconArrowUp size={14} />
          </StepButton>
          <StepButton label={t('files:process.down', { name })} disabled={place + 1 === count} onClick={() => onMove(1)}>
            <IconArrowDown size={14} />
          </StepButton>
          <StepButton label={t('files:process.remove', { name })} disabled={false} onClick={onRemove}>
            <IconX size={14} />
          </StepButton>
        </Group>
      </Group>
      {parameters.length > 0 && (
        <Group gap={6} grow align="end" preventGrowOverflow={false}>
          {parameters.map((definition) => (
            <Parameter
              key={definition.name}
              definition={definition}
              value={step[definition.name]}
              onChange={(value) => onChange({ ...step, [definition.name]: value })}
            />
          ))}
        </Group>
      )}
      <Stack gap={2}>
        {notes.map((note) => (
          <Text key={note.code} size="xs" c="dimmed">
            {t(processingNoteKey(note.code), wordedParams(note.params, t, i18n.language, records))}
          </Text>
        ))}
        {refused !== undefined && (
          <Text size="xs" className={classes.refusal} role="alert">
            {refusalWords(refused, t, i18n.language, records)}
          </Text>
        )}
      </Stack>
    </section>
  );
}

function StepButton(props: {
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}) {
  const { label, disabled, onClick, children } = props;
  return (
    <ActionIcon size={22} variant="subtle" color="gray" aria-label={label} disabled={disabled} onClick={onClick}>
      {children}
    </ActionIcon>
  );
}

function Parameter(props: {
  readonly definition: ParameterDefinition;
  readonly value: Step[string] | undefined;
  readonly onChange: (value: Step[string]) => void;
}) {
  const { t } = useTranslation();
  const { definition, value, onChange } = props;
  const records = useObservable(shelf);
  const label = t(parameterNameKey(definition.name));
  const title = t(parameterExplanationKey(definition.name));
  switch (definition.kind) {
    case 'number':
      return (
        <NumberInput
          size="xs"
          miw={92}
          label={label}
          title={title}
          min={definition.min}
          max={definition.max}
          allowDecimal={definition.whole !== true}
          decimalScale={12}
          step={stepOf(definition, value)}
          suffix={suffixOf(definition, t)}
          value={typeof value === 'number' ? value : definition.default}
          onChange={(next) => typeof next === 'number' && onChange(next)}
        />
      );
    case 'choice':
      return (
        <Select
          size="xs"
          miw={140}
          label={label}
          title={title}
          allowDeselect={false}
          data={definition.choices.map((choice) => ({ value: choice, label: t(choiceKey(choice)) }))}
          value={String(value)}
          onChange={(next) => next !== null && onChange(next)}
        />
      );
    case 'places':
      return (
        <TextInput
          size="xs"
          label={label}
          title={title}
          key={JSON.stringify(value)}
          defaultValue={Array.isArray(value) ? value.join(' ') : ''}
          onBlur={(event) => onChange(placesOf(event.currentTarget.value))}
        />
      );
    case 'reference':
      return (
        <Select
          size="xs"
          miw={140}
          label={label}
          title={title}
          placeholder={t('files:process.reference')}
          data={records.map((record) => ({ value: `${record.fileId}/${record.index}`, label: record.label }))}
          value={typeof value === 'string' && value !== '' ? value : null}
          onChange={(next) => onChange(next ?? '')}
        />
      );
  }
}

type NumberDefinition = Extract<ParameterDefinition, { readonly kind: 'number' }>;

/** A press of an arrow key: the next odd number, the next power of ten, the next whole number. */
function stepOf({ odd, logarithmic, whole }: NumberDefinition, value: Step[string] | undefined): number {
  if (odd === true) return 2;
  if (logarithmic === true && typeof value === 'number' && value > 0) return 10 ** Math.floor(Math.log10(value));
  return whole === true ? 1 : 0.1;
}

function suffixOf({ unit }: NumberDefinition, t: (key: string) => string): string {
  return unit === '1' || unit === 'x' ? '' : ` ${t(`files:process.unit.${unit}`)}`;
}

function placesOf(text: string): number[] {
  return text
    .split(/[\s;]+/)
    .filter((word) => word !== '')
    .map((word) => Number(word.replace(',', '.')))
    .filter((place) => Number.isFinite(place));
}
