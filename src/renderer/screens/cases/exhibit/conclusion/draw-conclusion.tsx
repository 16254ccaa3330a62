import { Alert, Button, Modal, Paper, Text, Textarea, Title } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComponentChecklist, Exhibit } from '../../../../../contract/casework';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { FormSection } from '../../../../components/form-section';
import { useSayMessage } from '../../use-say-message';
import { useMayWork } from '../case-at-work';
import { stillNeeded } from '../checklist/criteria';
import classes from './conclusion.module.css';
import { LevelBadge } from './level-badge';

interface DrawProps {
  readonly checklist: ComponentChecklist;
  readonly exhibit: Exhibit;
}

/** What the evidence lets one say of a component, what it does not, and the act of saying it. */
export function DrawConclusion({ checklist, exhibit }: DrawProps) {
  const { t } = useTranslation();
  const say = useSayMessage();
  const mayDraw = useMayWork('conclusions.draw') && checklist.level !== 'not-tested';
  const [drawing, setDrawing] = useState(false);
  const { level, substanceName, blocks } = checklist;
  const needed = stillNeeded(checklist.criteria);
  return (
    <Paper component="section" className={classes.card} aria-label={substanceName}>
      <header className={classes.head}>
        <Title order={2} size="h4">
          {substanceName}
        </Title>
        <LevelBadge level={level} />
      </header>
      <dl className={classes.meaning}>
        <dt>{t('casework:conclusion.says')}</dt>
        <dd>{t(`casework:conclusion.means.${level}.is`, { substance: substanceName })}</dd>
        <dt>{t('casework:conclusion.says-not')}</dt>
        <dd>{t(`casework:conclusion.means.${level}.not`, { substance: substanceName })}</dd>
      </dl>
      {blocks.length > 0 && level !== 'criteria-met' && (
        <Text size="sm" c="dimmed" lineClamp={2} title={blocks.map((block) => say(block)).join(' ')}>
          {t('casework:conclusion.blocked-by', { count: needed })} {blocks.map((block) => say(block)).join(' ')}
        </Text>
      )}
      {mayDraw && (
        <Button size="sm" leftSection={<IconGavel size={16} aria-hidden />} className={classes.act} onClick={() => setDrawing(true)}>
          {t('casework:conclusion.draw')}
        </Button>
      )}
      <Modal opened={drawing} onClose={() => setDrawing(false)} title={t('casework:conclusion.draw-of', { substance: substanceName })}>
        {drawing && <ConfirmFields checklist={checklist} exhibit={exhibit} onClose={() => setDrawing(false)} />}
      </Modal>
    </Paper>
  );
}

function ConfirmFields({ checklist, exhibit, onClose }: DrawProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [expectedLevel] = useState(checklist.level);
  const earlier = exhibit.conclusions.some(
    ({ componentId, supersededById }) => componentId === checklist.componentId && supersededById === null,
  );
  const draw = useAction(api.casework.conclusions.draw.mutationOptions(), {
    inPlace: true,
    success: t('casework:conclusion.is-drawn'),
    onDone: onClose,
  });
  return (
    <FormSection
      onSubmit={(event) => {
        event?.preventDefault();
        draw.run({ exhibitId: exhibit.id, componentId: checklist.componentId, expectedLevel, note });
      }}
      submitLabel={t('casework:conclusion.confirm')}
      busy={draw.busy}
      failure={draw.failure}
      onCancel={onClose}
    >
      <LevelBadge level={expectedLevel} />
      <Text>{t(`casework:conclusion.means.${expectedLevel}.is`, { substance: checklist.substanceName })}</Text>
      <Alert color="orange">
        {t('casework:conclusion.text')}
        {earlier && ` ${t('casework:conclusion.supersedes')}`}
      </Alert>
      <Textarea
        label={t('casework:conclusion.note')}
        description={t('casework:conclusion.note-hint')}
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormSection>
  );
}
