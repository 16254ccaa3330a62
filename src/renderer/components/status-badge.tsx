import { IconAlertTriangle, IconCheck, IconCircleDashed, IconInfoCircle, IconShieldX } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import classes from './status-badge.module.css';

/** `danger` is for danger to people or evidence alone. */
export type Tone = 'neutral' | 'info' | 'good' | 'attention' | 'danger';

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

const ICONS: Readonly<Record<Tone, Icon>> = {
  neutral: IconCircleDashed,
  info: IconInfoCircle,
  good: IconCheck,
  attention: IconAlertTriangle,
  danger: IconShieldX,
};

/** A status: word, icon and colour together, never colour alone. */
export function StatusBadge({ tone, label, icon }: { readonly tone: Tone; readonly label: string; readonly icon?: Icon }) {
  const Mark = icon ?? ICONS[tone];
  return (
    <span className={classes.badge} data-tone={tone} title={label}>
      <Mark size={14} stroke={2} aria-hidden />
      <span className={classes.word}>{label}</span>
    </span>
  );
}
