import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay, usePerson } from '../../app/system-state';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';
import { FirstSteps } from './first-steps';
import { OpenCases } from './open-cases';
import { RecentSearches } from './recent-searches';

/** My work today: open cases, the last searches, and the first steps while the laboratory is new. */
export function BenchScreen() {
  const { t } = useTranslation();
  const { fullName } = usePerson();
  const mayReadCases = useMay('cases.read');
  const maySearch = useMay('identify.search');
  return (
    <Screen>
      <PageHeader title={t('frame:rail.bench')} hint={fullName} />
      <FirstSteps />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        {mayReadCases && <OpenCases />}
        {maySearch && <RecentSearches />}
      </SimpleGrid>
    </Screen>
  );
}
