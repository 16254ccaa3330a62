import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportItem } from '../../../contract/reports';
import { ReasonDialog } from '../../components/reason-dialog';
import { StatusBadge, type Tone } from '../../components/status-badge';
import classes from './reports.module.css';

export interface Waiver {
  readonly item: ReportItem['item'];
  readonly reason: string;
}

const TONES: Readonly<Record<ReportItem['state'], Tone>> = { present: 'good', missing: 'attention', waived: 'info' };
const ICONS = { present: IconCheck, missing: IconAlertTriangle, waived: IconGavel } as const;

/** One required item: there, missing with where to put it, or waived with its reason. */
export function ItemLine({
  item,
  onWaive,
}: {
  readonly item: ReportItem;
  readonly onWaive: ((reason: string | null) => void) | undefined;
}) {
  const { t } = useTranslation();
  const [waiving, setWaiving] = useState(false);
  const title = t(`reports:item.${item.item}`);
  return (
    <li className={classes.item} data-state={item.state}>
      <span className={classes.letter} aria-hidden>
        {item.item}
      </span>
      <div className={classes.text}>
        <Text>{title}</Text>
        {item.missing.map((missing) => (
          <Text key={`${missing.code} ${JSON.stringify(missing.params)}`} size="sm" className={classes.missing}>
            {t(`reports:missing.${missing.code}`, { ...missing.params, defaultValue: missing.code })}
          </Text>
        ))}
        {item.waiverReason !== null && (
          <Text size="sm" c="dimmed">
            {t('reports:screen.waived-because', { reason: item.waiverReason })}
          </Text>
        )}
      </div>
      {item.state === 'missing' && !item.waivable && (
        <Text size="sm" c="dimmed">
          {t('reports:screen.never-waived')}
        </Text>
      )}
      {item.state === 'missing' && item.waivable && onWaive !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setWaiving(true)}
          aria-label={t('reports:screen.waive-named', { item: item.item })}
        >
          {t('reports:screen.waive')}
        </Button>
      )}
      {item.state === 'waived' && onWaive !== undefined && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => onWaive(null)}
          aria-label={t('reports:screen.unwaive-named', { item: item.item })}
        >
          {t('reports:screen.unwaive')}
        </Button>
      )}
      <StatusBadge tone={TONES[item.state]} icon={ICONS[item.state]} label={t(`reports:screen.state.${item.state}`)} />
      <ReasonDialog
        opened={waiving}
        onClose={() => setWaiving(false)}
        title={t('reports:screen.waive-title', { item: item.item, title })}
        consequence={t('reports:screen.waive-text')}
        confirmLabel={t('reports:screen.waive')}
        onConfirm={(reason) => {
          setWaiving(false);
          onWaive?.(reason.slice(0, 500));
        }}
      />
    </li>
  );
}
