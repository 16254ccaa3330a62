import { useTranslation } from 'react-i18next';
import { PlainPage } from '../../components/plain-page';

export function FirstRunScreen() {
  const { t } = useTranslation();
  return <PlainPage>{t('frame:aliquot')}</PlainPage>;
}
