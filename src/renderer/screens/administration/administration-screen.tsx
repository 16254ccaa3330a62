import { Tabs, VisuallyHidden } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may, type Role } from '../../../contract/permissions';
import { usePerson } from '../../app/system-state';
import { EmptyState } from '../../components/empty-state';
import { Screen } from '../../components/screen';
import classes from './administration.module.css';
import { SECTIONS } from './sections';

/** Everything about the laboratory that is no case: one tab per kind of record. */
export function AdministrationScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { roles } = usePerson();
  const asked = useParams({ strict: false }).section;
  const allowed = SECTIONS.filter(({ permission }) => permission === undefined || may(roles as readonly Role[], permission));
  const open = asked === undefined ? allowed[0] : allowed.find(({ id }) => id === asked);
  return (
    <Tabs
      className={classes.tabs}
      value={open?.id ?? null}
      onChange={(id) => id !== null && void navigate({ to: '/administration/$section', params: { section: id } })}
    >
      <Tabs.List className={classes.list} aria-label={t('frame:rail.administration')}>
        {allowed.map(({ id, labelKey, icon: Icon }) => (
          <Tabs.Tab key={id} value={id} leftSection={<Icon size={16} stroke={1.6} />}>
            {t(labelKey)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {open === undefined ? (
        <EmptyState title={t('frame:missing.title')} hint={t('frame:missing.text')} />
      ) : (
        <Tabs.Panel value={open.id} className={classes.panel}>
          <Screen fill>
            <VisuallyHidden component="h1">{t(open.labelKey)}</VisuallyHidden>
            <open.component />
          </Screen>
        </Tabs.Panel>
      )}
    </Tabs>
  );
}
