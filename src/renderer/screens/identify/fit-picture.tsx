import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { StoredSearch } from '../../../contract/identify';
import { componentLook, FITTED_LOOK, MEASURED_LOOK } from '../../../core/plot/fit-looks';
import type { PlotPeak } from '../../../core/plot/plot-trace';
import { ErrorAlert } from '../../app/errors/error-alert';
import { presentError } from '../../app/errors/present-error';
import { api } from '../../app/wire/client';
import type { CurveTrace } from '../../charts/curve-traces';
import { CurvesView } from '../../charts/curves-view';
import { drawn } from './picture';

const NONE: readonly PlotPeak[] = [];
/** Measured minus fitted, in a part of its own: beside the bands nobody would see what is left over. */
const WITH_RESIDUAL = { difference: true } as const;

/** A mixture's fit: what was measured, what the components give together, each one's part, and what is left over. */
export function FitPicture({ search, heading }: { readonly search: StoredSearch; readonly heading: ReactNode }) {
  const { t } = useTranslation();
  const fit = useQuery(api.identify.fit.queryOptions({ input: { searchId: search.id }, meta: { topics: [] } }));
  const { candidates } = search;
  const traces = useMemo((): readonly CurveTrace[] => {
    if (fit.data === undefined) return [];
    const { measured, fitted, components } = fit.data;
    const named = components.map(({ rank, trace }, place) => {
      const label = candidates.find((candidate) => candidate.rank === rank)?.name ?? String(rank);
      return { ...drawn(`component ${rank}`, label, trace, componentLook(place).series), peaks: NONE };
    });
    return [
      { ...drawn('measured', t('search:fit.measured'), measured, MEASURED_LOOK.series), broad: true, peaks: NONE },
      { ...drawn('fitted', t('search:fit.fitted'), fitted, FITTED_LOOK.series), peaks: NONE },
      ...named,
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
      initially={WITH_RESIDUAL}
    />
  );
}
