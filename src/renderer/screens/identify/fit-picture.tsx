import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredSearch } from '../../../contract/identify';
import { ErrorAlert } from '../../app/errors/error-alert';
import { presentError } from '../../app/errors/present-error';
import { api } from '../../app/wire/client';
import type { CurveTrace } from '../../charts/curve-traces';
import { CurvesView } from '../../charts/curves-view';
import { drawn } from './picture';

/** A mixture's fit: what was measured, what the components give together, each one's part, and what is left over. */
export function FitPicture({ search, heading }: { readonly search: StoredSearch; readonly heading: ReactNode }) {
  const { t } = useTranslation();
  const fit = useQuery(api.identify.fit.queryOptions({ input: { searchId: search.id }, meta: { topics: [] } }));
  const { candidates } = search;
  const traces = useMemo((): readonly CurveTrace[] => {
    if (fit.data === undefined) return [];
    const { measured, fitted, residual, components } = fit.data;
    const named = components.map(({ rank, trace }) =>
      drawn(`component ${rank}`, candidates.find((candidate) => candidate.rank === rank)?.name ?? String(rank), trace, rank + 2),
    );
    return [
      drawn('measured', t('search:fit.measured'), measured, 0),
      drawn('fitted', t('search:fit.fitted'), fitted, 1),
      ...named,
      drawn('residual', t('search:fit.residual'), residual, 2),
    ];
  }, [fit.data, candidates, t]);
  if (fit.error !== null) return <ErrorAlert error={presentError(fit.error, t)} onRetry={() => void fit.refetch()} />;
  if (fit.data === undefined) return null;
  const { measured } = fit.data;
  return (
    <CurvesView
      title={search.queryName}
      recordKey={search.id}
      heading={heading}
      xAxis={measured.x.axis}
      yAxis={measured.y.axis}
      traces={traces}
    />
  );
}
