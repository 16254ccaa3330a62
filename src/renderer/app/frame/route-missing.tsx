import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';

export function RouteMissing() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('frame:missing.title')}
      hint={t('frame:missing.text')}
      action={{ label: t('frame:rail.bench'), onClick: () => void navigate({ to: '/' }) }}
    />
  );
}
