import { NumberInput, Switch, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { axisTitle } from '../../../../core/plot/axis-numbers';
import { type Peak, xyPeaks } from '../../../../core/processing/measures/xy-peaks';
import { valueOrRefusal } from '../../../../core/processing/refused';
import { abscissaValues } from '../../../../core/spectrum/axis';
import type { Trace } from '../../../../core/spectrum/curves';
import { formatReading } from '../../../../i18n/formats/numbers';
import { axisWords, peaksPointDown } from '../../../charts/axis-words';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import classes from '../files.module.css';
import { refusalWords } from './refusal-words';

interface PeakRow extends Peak {
  readonly number: number;
}

const MOST = 500;
/** Of the whole height; what stands out less is seldom a band. */
const USUAL_SHARE = 2;

/** The peaks that stand out of a curve by a share of its whole height. */
export function peaksOfCurve(trace: Trace, percent: number) {
  const { values } = trace.y;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return valueOrRefusal(() =>
    xyPeaks(
      { x: abscissaValues(trace.x), y: values },
      {
        direction: peaksPointDown(trace.y.axis) ? 'down' : 'up',
        minProminence: high > low ? (percent / 100) * (high - low) : 0,
        limit: MOST,
      },
    ),
  );
}

/** The peaks of the trace as it is shown: place, height, width and prominence, to be copied or saved. */
export function CurvePeaks({ trace }: { readonly trace: Trace }) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useState(false);
  const [percent, setPercent] = useState(USUAL_SHARE);
  const found = useMemo(() => (shown ? peaksOfCurve(trace, percent) : undefined), [trace, percent, shown]);
  const rows = useMemo(
    () => (found !== undefined && 'value' in found ? found.value.map((peak, index): PeakRow => ({ ...peak, number: index + 1 })) : []),
    [found],
  );
  const columns = useMemo((): readonly Column<PeakRow>[] => {
    const x = axisWords(trace.x.axis, t);
    const y = axisWords(trace.y.axis, t);
    const figure = (id: 'x' | 'y' | 'width' | 'prominence', header: string, width: number): Column<PeakRow> => ({
      id,
      header,
      value: (peak) => peak[id],
      cell: (peak) => formatReading(peak[id], i18n.language),
      align: 'end',
      width,
    });
    return [
      figure('x', axisTitle(x), 150),
      figure('y', axisTitle(y), 140),
      figure('width', axisTitle({ name: t('files:peaks.width'), unit: x.unit }), 110),
      figure('prominence', axisTitle({ name: t('files:peaks.prominence'), unit: y.unit }), 120),
    ];
  }, [trace.x.axis, trace.y.axis, t, i18n.language]);
  return (
    <div className={classes.peaks}>
      <Switch size="xs" label={t('files:peaks.title')} checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
      {shown && (
        <NumberInput
          size="xs"
          w={190}
          min={0.01}
          max={100}
          step={1}
          decimalScale={2}
          suffix=" %"
          label={t('files:peaks.least')}
          value={percent}
          onChange={(next) => typeof next === 'number' && next >= 0.01 && next <= 100 && setPercent(next)}
        />
      )}
      {found !== undefined && 'refused' in found && (
        <Text size="xs" className={classes.refusal} role="alert">
          {refusalWords(found.refused, t, i18n.language)}
        </Text>
      )}
      {found !== undefined && 'value' in found && (
        <div className={classes.peakList}>
          <DataList<PeakRow>
            id="curve-peaks"
            label={t('files:peaks.title')}
            rows={rows}
            rowKey={({ number }) => String(number)}
            columns={columns}
            empty={{ title: t('files:peaks.none'), hint: t('files:peaks.none-hint') }}
          />
        </div>
      )}
    </div>
  );
}
