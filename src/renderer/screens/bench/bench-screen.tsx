import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay, localDay } from '../../../i18n/formats/dates';
import { useMay } from '../../app/system-state';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';
import classes from './bench.module.css';
import { FirstSteps } from './first-steps';
import { OpenCases } from './open-cases';
import { RecentSearches } from './recent-searches';

/** My work today: open cases, the last searches, and the first steps while the laboratory is new. */
export function BenchScreen() {
  const { t, i18n } = useTranslation();
  const mayReadCases = useMay('cases.read');
  const maySearch = useMay('identify.search');
  return (
    <Screen>
      <PageHeader title={t('frame:bench.title')} hint={formatDay(localDay(new Date()), i18n.language)} />
      <FirstSteps />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" className={classes.columns}>
        {mayReadCases && <OpenCases />}
        {maySearch && <RecentSearches />}
      </SimpleGrid>
    </Screen>
  );
}
