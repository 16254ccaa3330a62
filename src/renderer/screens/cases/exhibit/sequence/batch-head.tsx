import { Button, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../../../../../contract/casework';
import { useAction } from '../../../../app/errors/use-action';
import { useMay } from '../../../../app/system-state';
import { api } from '../../../../app/wire/client';
import { CodeText } from '../../../../components/code-text';
import { DateText } from '../../../../components/date-text';
import { ReasonDialog } from '../../../../components/reason-dialog';
import { StatusBadge, type Tone } from '../../../../components/status-badge';
import classes from '../exhibit.module.css';
import { FindingList } from '../finding-list';

const TONES: Readonly<Record<Batch['status'], Tone>> = { open: 'info', accepted: 'good', rejected: 'attention' };

/** Method, instrument, judgement; and what the data say of the sequence as a whole. */
export function BatchHead({ batch, children }: { readonly batch: Batch; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const mayJudge = useMay('batches.judge') && batch.status === 'open' && batch.injections.length > 0;
  const [judging, setJudging] = useState<'accept' | 'reject' | null>(null);
  const general = batch.findings.filter(({ injectionId }) => injectionId === null);
  return (
    <>
      <div className={classes.tools}>
        {children}
        {mayJudge && (
          <>
            <Button size="xs" variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={() => setJudging('reject')}>
              {t('casework:sequence.reject')}
            </Button>
            <Button size="xs" leftSection={<IconCheck size={16} aria-hidden />} onClick={() => setJudging('accept')}>
              {t('casework:sequence.accept')}
            </Button>
          </>
        )}
      </div>
      <div className={classes.tools}>
        <StatusBadge tone={TONES[batch.status]} label={t(`casework:sequence.status.${batch.status}`)} />
        <Text size="sm" c="dimmed" flex={1} miw={160} lineClamp={1} title={batch.judgementNote}>
          <CodeText code={batch.code} /> · {batch.instrumentName} · {batch.analyst.fullName}
          {batch.judgedBy !== null && batch.judgedAt !== null && (
            <>
              {' · '}
              {t('casework:sequence.judged', { person: batch.judgedBy.fullName })} <DateText instant={batch.judgedAt} />
              {batch.judgementNote !== '' && ` · ${batch.judgementNote}`}
            </>
          )}
        </Text>
      </div>
      {general.length > 0 && <FindingList findings={general} />}
      <JudgeDialog batch={batch} judging={judging} onClose={() => setJudging(null)} />
    </>
  );
}

function JudgeDialog(props: { readonly batch: Batch; readonly judging: 'accept' | 'reject' | null; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { batch, judging, onClose } = props;
  const judge = useAction(api.casework.batches.judge.mutationOptions(), {
    inPlace: true,
    success: ({ code, status }) => t(`casework:sequence.now.${status}`, { code }),
    onDone: onClose,
  });
  const accepted = judging !== 'reject';
  const failed = batch.findings.filter(({ met }) => !met).length;
  return (
    <ReasonDialog
      opened={judging !== null}
      onClose={onClose}
      title={t(accepted ? 'casework:sequence.accept' : 'casework:sequence.reject')}
      consequence={
        accepted && failed > 0
          ? t('casework:sequence.accept-failed', { code: batch.code, count: failed })
          : t(accepted ? 'casework:sequence.accept-text' : 'casework:sequence.reject-text', { code: batch.code })
      }
      grave={!accepted || failed > 0}
      confirmLabel={t(accepted ? 'casework:sequence.accept' : 'casework:sequence.reject')}
      onConfirm={(note) => judge.run({ id: batch.id, rowVersion: batch.rowVersion, accepted, note })}
      busy={judge.busy}
      failure={judge.failure}
    />
  );
}
