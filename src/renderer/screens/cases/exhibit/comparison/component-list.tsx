import { ActionIcon, Button, Paper, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../../contract/casework';
import { useAction } from '../../../../app/errors/use-action';
import { useScreenCommands } from '../../../../app/search-everything/sources';
import { api } from '../../../../app/wire/client';
import { ReasonDialog } from '../../../../components/reason-dialog';
import { RecordDrawer } from '../../../../components/record-drawer';
import { useMayWork } from '../case-at-work';
import classes from './comparison.module.css';
import { ComponentForm } from './component-form';

type Component = Exhibit['components'][number];

/** The substances looked for in the exhibit. */
export function ComponentList({ exhibit }: { readonly exhibit: Exhibit }) {
  const { t } = useTranslation();
  const mayPropose = useMayWork('casework.do');
  const [adding, setAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Component | null>(null);
  const add = (): void => setAdding(true);
  useScreenCommands(mayPropose ? [{ id: 'propose-component', labelKey: 'casework:components.add', run: add }] : []);
  return (
    <section className={classes.components} aria-label={t('casework:components.title')}>
      <Text size="sm" fw={600}>
        {t('casework:components.title')}
      </Text>
      {exhibit.components.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('casework:components.none')}
        </Text>
      )}
      {exhibit.components.map((component) => (
        <ComponentTag
          key={component.id}
          component={component}
          onWithdraw={mayPropose && component.withdrawnReason === null ? () => setWithdrawing(component) : undefined}
        />
      ))}
      {mayPropose && (
        <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
          {t('casework:components.add')}
        </Button>
      )}
      <RecordDrawer opened={adding} onClose={() => setAdding(false)} title={t('casework:components.add')}>
        <ComponentForm exhibit={exhibit} proposal={{ substanceId: '', proposedFrom: '' }} onClose={() => setAdding(false)} />
      </RecordDrawer>
      <WithdrawDialog component={withdrawing} onClose={() => setWithdrawing(null)} />
    </section>
  );
}

function ComponentTag({ component, onWithdraw }: { readonly component: Component; readonly onWithdraw: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { substanceName, saltClaim, proposedFrom, withdrawnReason } = component;
  const name = saltClaim === '' ? substanceName : t('casework:components.with-salt', { substance: substanceName, salt: saltClaim });
  const withdraw = t('casework:components.withdraw', { substance: name });
  return (
    <Tooltip label={withdrawnReason ?? proposedFrom} disabled={(withdrawnReason ?? proposedFrom) === ''}>
      <Paper className={classes.component} data-withdrawn={withdrawnReason !== null || undefined}>
        <Text size="sm">{withdrawnReason === null ? name : t('casework:components.withdrawn', { substance: name })}</Text>
        {onWithdraw !== undefined && (
          <ActionIcon size={22} variant="subtle" color="gray" aria-label={withdraw} title={withdraw} onClick={onWithdraw}>
            <IconX size={14} />
          </ActionIcon>
        )}
      </Paper>
    </Tooltip>
  );
}

function WithdrawDialog({ component, onClose }: { readonly component: Component | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const withdraw = useAction(api.casework.components.withdraw.mutationOptions(), { inPlace: true, onDone: onClose });
  return (
    <ReasonDialog
      opened={component !== null}
      onClose={onClose}
      title={t('casework:components.withdraw', { substance: component?.substanceName ?? '' })}
      consequence={t('casework:components.withdraw-text')}
      confirmLabel={t('casework:components.withdraw-act')}
      onConfirm={(reason) => component !== null && withdraw.run({ id: component.id, reason })}
      busy={withdraw.busy}
      failure={withdraw.failure}
    />
  );
}
