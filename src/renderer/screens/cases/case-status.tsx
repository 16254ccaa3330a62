import { IconFolderOpen, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '../../../contract/casework';
import { StatusBadge } from '../../components/status-badge';

export function CaseStatus({ status }: { readonly status: CaseSummary['status'] }) {
  const { t } = useTranslation();
  return (
    <StatusBadge
      tone={status === 'open' ? 'info' : 'neutral'}
      icon={status === 'open' ? IconFolderOpen : IconLock}
      label={t(`casework:case.is.${status}`)}
    />
  );
}
