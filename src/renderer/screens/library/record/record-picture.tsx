import { Select, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferenceSpectrum } from '../../../../contract/library';
import { abscissaValues } from '../../../../core/spectrum/axis';
import type { Trace } from '../../../../core/spectrum/curves';
import type { CurveTrace } from '../../../charts/curve-traces';
import { CurvesView } from '../../../charts/curves-view';
import { MassSpectrumView } from '../../../charts/mass-spectrum-view';
import { sameAxes } from '../../files/compare/comparable';

/** As many looks as there are. */
const MOST_TRACES = 20;

/** The picture of a reference spectrum, whatever the technique. */
export function RecordPicture({ spectrum }: { readonly spectrum: ReferenceSpectrum }) {
  const { t } = useTranslation();
  if (spectrum.traces.length > 0) return <Curves spectrum={spectrum} />;
  return (
    <MassSpectrumView
      peaks={spectrum.peaks}
      title={spectrum.name}
      recordKey={String(spectrum.key)}
      heading={
        <Text size="sm" c="dimmed">
          {t('identify:peak-count', { count: spectrum.peakCount })}
        </Text>
      }
    />
  );
}

function curveOf(trace: Trace, label: string, place: number): CurveTrace {
  const x = abscissaValues(trace.x);
  const y = trace.y.values;
  const { notes } = trace;
  return {
    key: String(place),
    label,
    colour: place % MOST_TRACES,
    form: trace.form,
    x,
    y,
    ...(notes === undefined || notes.length === 0
      ? {}
      : { peaks: notes.map(({ point, text }) => ({ x: x[point] ?? 0, y: y[point] ?? 0, text })) }),
  };
}

/** The chosen trace with all others that stand on its axes. */
function Curves({ spectrum }: { readonly spectrum: ReferenceSpectrum }) {
  const { t } = useTranslation();
  const { traces, name } = spectrum;
  const [chosen, setChosen] = useState(0);
  const shown = traces[chosen] ?? traces[0];
  const labels = useMemo(
    () => traces.map(({ label, role }) => (label !== '' ? label : traces.length === 1 ? name : t(`files:trace.role.${role}`))),
    [traces, name, t],
  );
  const curves = useMemo(
    () =>
      shown === undefined
        ? []
        : traces
            .flatMap((trace, place) => (sameAxes(trace, shown) ? [curveOf(trace, labels[place] ?? '', place)] : []))
            .slice(0, MOST_TRACES),
    [traces, shown, labels],
  );
  if (shown === undefined) return null;
  return (
    <CurvesView
      title={name}
      recordKey={`${spectrum.key} ${chosen}`}
      heading={
        curves.length < traces.length ? (
          <Select
            size="xs"
            w={200}
            allowDeselect={false}
            aria-label={t('files:trace.label')}
            data={traces.map((_, place) => ({ value: String(place), label: labels[place] ?? '' }))}
            value={String(chosen)}
            onChange={(next) => next !== null && setChosen(Number(next))}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t('files:items.point-count', { count: spectrum.peakCount })}
          </Text>
        )
      }
      xAxis={shown.x.axis}
      yAxis={shown.y.axis}
      traces={curves}
    />
  );
}
