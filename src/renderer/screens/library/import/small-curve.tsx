import { useMemo } from 'react';
import type { WireTrace } from '../../../../contract/curves';
import { abscissaValues } from '../../../../core/spectrum/axis';
import { fallsToTheRight } from '../../../charts/axis-words';
import classes from '../../../charts/small-spectrum.module.css';
import { smallCurve } from './small-curve-path';

const WIDTH = 180;
const HEIGHT = 44;

/** A curve the size of a stamp, to recognise it by; no axes, nothing to read. */
export function SmallCurve({ trace }: { readonly trace: WireTrace }) {
  const path = useMemo(
    () => smallCurve(abscissaValues(trace.x), trace.y.values, { width: WIDTH, height: HEIGHT, falls: fallsToTheRight(trace.x.axis) }),
    [trace],
  );
  return (
    <svg className={classes.small} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      <path d={path} fill="none" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
