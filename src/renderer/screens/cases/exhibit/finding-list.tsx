import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../../contract/base';
import { useSayMessage } from '../use-say-message';
import classes from './finding-list.module.css';

interface Finding {
  readonly met: boolean;
  readonly message: Message;
}

/** What was computed, sentence by sentence with its numbers; what does not hold comes first. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation();
  const say = useSayMessage();
  const ordered = [...findings].sort((a, b) => Number(a.met) - Number(b.met));
  return (
    <ul className={classes.findings}>
      {ordered.map(({ met, message }) => {
        const Icon = met ? IconCheck : IconAlertTriangle;
        return (
          <li key={`${message.code} ${JSON.stringify(message.params)}`} data-met={met}>
            <Icon size={15} stroke={2} role="img" aria-label={t(met ? 'criteria:state.met' : 'criteria:state.not-met')} />
            <span>{say(message)}</span>
          </li>
        );
      })}
    </ul>
  );
}
