import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../../contract/permissions';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { AnchorLink } from '../../../components/anchor-link';

const Closed = createContext(false);

/** What stands inside knows whether the case still takes work. */
export function CaseAtWork({ caseId, children }: { readonly caseId: string; readonly children: ReactNode }) {
  const caseFile = useQuery(api.casework.cases.get.queryOptions({ input: { id: caseId } }));
  return <Closed value={caseFile.data?.status === 'closed'}>{children}</Closed>;
}

/** Whether the person holds the permission and the case is open: the engine refuses work on a closed one. */
export function useMayWork(permission: Permission): boolean {
  const may = useMay(permission);
  return !useContext(Closed) && may;
}

/** Why a closed case offers no acts, and where it is opened again. */
export function ClosedNote({ caseId, caseCode }: { readonly caseId: string; readonly caseCode: string }) {
  const { t } = useTranslation();
  if (!useContext(Closed)) return null;
  return (
    <Alert color="gray" py={6} icon={<IconLock size={16} aria-hidden />}>
      {t('casework:case.closed-note', { code: caseCode })}{' '}
      <AnchorLink to="/cases/$caseId" params={{ caseId }}>
        {t('casework:case.to-case')}
      </AnchorLink>
    </Alert>
  );
}
