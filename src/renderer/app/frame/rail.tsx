import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Role } from '../../../contract/permissions';
import { AliquotMark } from '../../components/aliquot-mark';
import { RAIL, type RailEntry } from '../rail-entries';
import { usePerson } from '../system-state';
import classes from './frame.module.css';

const REMEMBERED = 'rail-narrow';
/** From this width on the names have room; what the person chose is remembered for such windows alone. */
const ROOMY = '(min-width: 1100px)';

/** Whether the rail shows icons only: as the person likes it where there is room, and always at first where there is none. */
function useNarrow(): readonly [boolean, () => void] {
  const roomy = useMediaQuery(ROOMY, true, { getInitialValueInEffect: false });
  const [liked, setLiked] = useState(() => localStorage.getItem(REMEMBERED) === 'yes');
  const [spread, setSpread] = useState(false);
  const toggle = (): void => {
    if (roomy) {
      localStorage.setItem(REMEMBERED, liked ? 'no' : 'yes');
      setLiked(!liked);
    } else setSpread(!spread);
  };
  return [roomy ? liked : !spread, toggle];
}

function Entry({ entry, narrow }: { readonly entry: RailEntry; readonly narrow: boolean }) {
  const { t } = useTranslation();
  const Icon = entry.icon;
  const label = t(entry.labelKey);
  return (
    <Tooltip label={label} position="right" disabled={!narrow}>
      <Link
        to={entry.to}
        className={classes.entry}
        activeOptions={{ exact: entry.to === '/' }}
        activeProps={{ 'data-active': 'yes', 'aria-current': 'page' }}
        aria-label={narrow ? label : undefined}
      >
        <Icon size={19} stroke={1.6} />
        {!narrow && label}
      </Link>
    </Tooltip>
  );
}

/** The sections the person may enter, in the order of a day. */
export function Rail() {
  const { t } = useTranslation();
  const person = usePerson();
  const [narrow, toggle] = useNarrow();
  const foldLabel = narrow ? t('frame:rail.unfold') : t('frame:rail.fold');
  const entries = RAIL.filter(({ permission }) => permission === undefined || may(person.roles as readonly Role[], permission));
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label={t('frame:rail.label')}>
      <div className={classes.mark}>
        <AliquotMark size={20} />
        {!narrow && t('frame:aliquot')}
      </div>
      {entries.map((entry) => (
        <Entry key={entry.to} entry={entry} narrow={narrow} />
      ))}
      <Tooltip label={foldLabel} position="right" disabled={!narrow}>
        <UnstyledButton className={`${classes.entry} ${classes.railFoot}`} onClick={toggle} aria-expanded={!narrow} aria-label={foldLabel}>
          {narrow ? <IconLayoutSidebarLeftExpand size={19} stroke={1.6} /> : <IconLayoutSidebarLeftCollapse size={19} stroke={1.6} />}
          {!narrow && foldLabel}
        </UnstyledButton>
      </Tooltip>
    </nav>
  );
}
