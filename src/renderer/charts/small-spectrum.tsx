import { useMemo } from 'react';
import type { Peaks } from '../../contract/library';
import classes from './small-spectrum.module.css';

const WIDTH = 180;
const HEIGHT = 44;

/** A spectrum the size of a stamp, to recognise it by; no axes, nothing to read. */
export function SmallSpectrum({ peaks }: { readonly peaks: Peaks }) {
  const path = useMemo(() => {
    const low = (peaks.mz[0] ?? 0) - 1;
    const high = (peaks.mz.at(-1) ?? 1) + 1;
    const base = peaks.intensity.reduce((most, value) => Math.max(most, value), 0) || 1;
    return Array.from(peaks.mz, (mz, index) => {
      const x = (((mz - low) / (high - low)) * WIDTH).toFixed(1);
      return `M${x} ${HEIGHT}V${(HEIGHT - ((peaks.intensity[index] ?? 0) / base) * (HEIGHT - 2)).toFixed(1)}`;
    }).join('');
  }, [peaks]);
  return (
    <svg className={classes.small} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} fill="none" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
