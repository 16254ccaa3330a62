import { Tabs } from '@mantine/core';
import { IconFlask2, IconGavel, IconHexagons } from '@tabler/icons-react';
import { useSearch as useAddress, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';
import { ControlTab } from './control/control-tab';
import { LotsTab } from './lots/lots-tab';
import classes from './reference-samples.module.css';
import { SubstancesTab } from './substances/substances-tab';

const TABS = [
  { id: 'lots', labelKey: 'references:lots.title', icon: IconFlask2, panel: LotsTab },
  { id: 'substances', labelKey: 'references:substances.title', icon: IconHexagons, panel: SubstancesTab },
  { id: 'control', labelKey: 'references:control.title', icon: IconGavel, panel: ControlTab },
] as const;

/** The vials, the substances they may hold, and what the law says of them. */
export function ReferenceSamplesScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress({ from: '/reference-samples' });
  return (
    <Screen fill>
      <PageHeader title={t('frame:rail.reference-samples')} hint={t('references:hint')} />
      <Tabs
        className={classes.tabs}
        value={address.tab ?? 'lots'}
        onChange={(id) => void navigate({ to: '/reference-samples', search: { tab: TABS.find((tab) => tab.id === id)?.id } })}
      >
        <Tabs.List aria-label={t('frame:rail.reference-samples')}>
          {TABS.map(({ id, labelKey, icon: Icon }) => (
            <Tabs.Tab key={id} value={id} leftSection={<Icon size={16} stroke={1.6} />}>
              {t(labelKey)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map(({ id, panel: Panel }) => (
          <Tabs.Panel key={id} value={id} className={classes.panel}>
            <Panel address={address} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </Screen>
  );
}
