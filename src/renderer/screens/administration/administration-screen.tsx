import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';

export function AdministrationScreen() {
  const { t } = useTranslation();
  return (
    <Screen>
      <PageHeader title={t('frame:rail.administration')} />
    </Screen>
  );
}
