import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBan, IconCheck, IconChevronDown, IconCircleDashed, IconGavel, IconMinus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../../contract/casework';
import { useSayMessage } from '../../use-say-message';
import { useMayWork } from '../case-at-work';
import { AuthoriseDialog } from '../deviations/authorise-dialog';
import classes from './checklist.module.css';
import type { Criterion } from './criteria';

const ICONS: Readonly<Record<Criterion['state'], typeof IconCheck>> = {
  met: IconCheck,
  'not-met': IconCircleDashed,
  blocked: IconBan,
  waived: IconGavel,
  'not-applicable': IconMinus,
};

/** One criterion: its state in word, icon and colour; while it is open also why and what would lift it; opened, its clause too. */
export function CriterionLine(props: {
  readonly criterion: Criterion;
  /** Its reasons and ways out stand there without being asked for. */
  readonly explained: boolean;
  readonly exhibit: Exhibit;
  readonly componentId: string;
}) {
  const { t } = useTranslation();
  const { criterion, explained, exhibit, componentId } = props;
  const [opened, { toggle }] = useDisclosure(false);
  const panel = useId();
  const Icon = ICONS[criterion.state];
  return (
    <li className={classes.criterion} data-state={criterion.state}>
      <button type="button" className={classes.line} aria-expanded={opened} aria-controls={panel} onClick={toggle}>
        <Icon size={16} stroke={2} aria-hidden />
        <span className={classes.title}>{t(`criteria:criterion.${criterion.id}.title`)}</span>
        <span className={classes.state}>{t(`criteria:state.${criterion.state}`)}</span>
        <IconChevronDown size={14} className={classes.chevron} data-opened={opened || undefined} aria-hidden />
      </button>
      <div id={panel} hidden={!opened && !explained} className={classes.panel}>
        {(opened || explained) && <CriterionDetail criterion={criterion} exhibit={exhibit} componentId={componentId} withSource={opened} />}
      </div>
    </li>
  );
}

function CriterionDetail({
  criterion,
  exhibit,
  componentId,
  withSource,
}: {
  readonly criterion: Criterion;
  readonly exhibit: Exhibit;
  readonly componentId: string;
  readonly withSource: boolean;
}) {
  const { t } = useTranslation();
  const say = useSayMessage();
  const mayAuthorise = useMayWork('deviations.authorise');
  const [authorising, setAuthorising] = useState<string | null>(null);
  return (
    <>
      {criterion.reasons.length > 0 && (
        <ul className={classes.reasons}>
          {criterion.reasons.map((reason) => (
            <li key={`${reason.code} ${JSON.stringify(reason.params)}`}>{say(reason)}</li>
          ))}
        </ul>
      )}
      {criterion.actions.length > 0 && (
        <ul className={classes.actions} aria-label={t('casework:checklist.ways-out')}>
          {criterion.actions.map((action) => (
            <li key={action}>{t(`criteria:wayOut.${action}`)}</li>
          ))}
        </ul>
      )}
      {criterion.waysOut.map((kind) =>
        mayAuthorise ? (
          <Button
            key={kind}
            size="compact-xs"
            variant="default"
            mt={4}
            leftSection={<IconGavel size={13} aria-hidden />}
            onClick={() => setAuthorising(kind)}
          >
            {t('casework:deviation.authorise-kind', { kind: t(`criteria:deviation.${kind}`) })}
          </Button>
        ) : (
          <p key={kind} className={classes.note}>
            {t('casework:deviation.possible', { kind: t(`criteria:deviation.${kind}`) })}
          </p>
        ),
      )}
      {withSource && criterion.source !== '' && <p className={classes.source}>{criterion.source}</p>}
      <AuthoriseDialog
        wish={authorising === null ? null : { kind: authorising, criterion: criterion.id, componentId, referenceLotId: null }}
        exhibit={exhibit}
        onClose={() => setAuthorising(null)}
      />
    </>
  );
}
