import { useTranslation } from 'react-i18next';
import type { ValidationRecord } from '../../../../contract/validation';
import classes from './reliability-plot.module.css';

const SIZE = 220;
const MARGIN = 34;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Observed share against predicted probability; on the diagonal the probability says what happens. The table beside it has the numbers. */
export function ReliabilityPlot({ bins }: { readonly bins: ValidationRecord['bins'] }) {
  const { t } = useTranslation();
  const at = (value: number): number => MARGIN + value * (SIZE - MARGIN - 6);
  const up = (value: number): number => SIZE - at(value);
  const most = Math.max(1, ...bins.map(({ n }) => n));
  return (
    <svg
      className={classes.plot}
      viewBox={`0 0 ${SIZE} ${SIZE}`}
      width={SIZE * 1.4}
      height={SIZE * 1.4}
      role="img"
      aria-label={t('administration:validation.plot')}
      direction="ltr"
    >
      <line className={classes.axis} x1={at(0)} y1={up(0)} x2={at(1)} y2={up(0)} />
      <line className={classes.axis} x1={at(0)} y1={up(0)} x2={at(0)} y2={up(1)} />
      <line className={classes.diagonal} x1={at(0)} y1={up(0)} x2={at(1)} y2={up(1)} />
      {TICKS.map((tick) => (
        <g key={tick} className={classes.tick}>
          <text x={at(tick)} y={up(0) + 12} textAnchor="middle">
            {100 * tick}
          </text>
          <text x={at(0) - 4} y={up(tick) + 3} textAnchor="end">
            {100 * tick}
          </text>
        </g>
      ))}
      {bins
        .filter(({ n }) => n > 0)
        .map(({ from, n, predicted, observed }) => (
          <circle key={from} className={classes.point} cx={at(predicted)} cy={up(observed)} r={3 + 5 * Math.sqrt(n / most)} />
        ))}
      <text className={classes.title} x={at(0.5)} y={SIZE - 4} textAnchor="middle">
        {t('administration:validation.predicted')} / %
      </text>
      <text className={classes.title} transform={`translate(9 ${up(0.5)}) rotate(-90)`} textAnchor="middle">
        {t('administration:validation.observed')} / %
      </text>
    </svg>
  );
}
