import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';

export function BenchScreen() {
  const { t } = useTranslation();
  return (
    <Screen>
      <PageHeader title={t('frame:rail.bench')} />
    </Screen>
  );
}
