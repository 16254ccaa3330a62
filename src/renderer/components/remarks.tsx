import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react';
import classes from './remarks.module.css';

export type RemarkTone = 'good' | 'neutral' | 'attention';

export interface Remark {
  readonly key: string;
  readonly text: string;
  readonly tone: RemarkTone;
}

const ICONS = { good: IconCheck, neutral: IconInfoCircle, attention: IconAlertTriangle } as const;

/** Sentences that speak for something, inform, or ask for care: each with its mark. */
export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  return (
    <ul className={classes.remarks}>
      {remarks.map(({ key, text, tone }) => {
        const Icon = ICONS[tone];
        return (
          <li key={key} data-tone={tone}>
            <Icon size={14} aria-hidden />
            <span>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
