import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../../app/errors/query-state';
import { api } from '../../../../app/wire/client';
import type { Proposal } from '../comparison/component-form';

/** The chosen candidate of a search as the beginning of a component: its substance where the register knows it, and where it came from. */
export function ProposeChosen(props: {
  readonly searchId: string;
  readonly rank: number;
  readonly children: (proposal: Proposal) => ReactNode;
}) {
  const { t } = useTranslation();
  const { searchId, rank, children } = props;
  const candidate = useQuery(api.identify.candidate.queryOptions({ input: { searchId, rank }, meta: { topics: [] } }));
  return (
    <QueryState query={candidate}>
      {({ substanceId, name, collectionName }) =>
        children({
          substanceId: substanceId ?? '',
          proposedFrom: t('casework:components.from-candidate', { rank, name, collection: collectionName }),
        })
      }
    </QueryState>
  );
}
