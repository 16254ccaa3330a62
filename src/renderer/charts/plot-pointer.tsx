import type { CSSProperties } from 'react';
import type { Box, PlotScene } from '../../core/plot/scene';
import classes from './plot-canvas.module.css';
import type { PlotReading } from './plot-subject';
import type { Drag } from './use-plot-pointer';

function bandOf({ mode, from, to, box }: Drag, plot: Box): CSSProperties | undefined {
  if (mode === 'pan' || mode === 'annotate') return undefined;
  const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
  const [a, b] = [within(from.left, plot.left, plot.right), within(to.left, plot.left, plot.right)];
  const [c, d] = box ? [within(from.top, plot.top, plot.bottom), within(to.top, plot.top, plot.bottom)] : [plot.top, plot.bottom];
  return { left: Math.min(a, b), width: Math.abs(b - a), top: Math.min(c, d), height: Math.abs(d - c) };
}

/** What follows the pointer over the picture: crosshair, value, and what is being dragged. */
export function PlotPointer(props: {
  readonly scene: PlotScene;
  readonly reading: PlotReading | undefined;
  readonly drag: Drag | undefined;
  readonly firstEnd: number | undefined;
}) {
  const { scene, reading, drag, firstEnd } = props;
  const { plot, x, y } = scene;
  const at = reading === undefined ? 0 : x.at(reading.x);
  const high = reading?.y === undefined ? undefined : y.at(reading.y);
  const band = drag === undefined ? undefined : bandOf(drag, plot);
  const upright = { top: plot.top, height: plot.bottom - plot.top };
  return (
    <>
      {firstEnd !== undefined && <div className={classes.end} style={{ left: x.at(firstEnd), ...upright }} />}
      {reading !== undefined && <div className={classes.hair} style={{ left: at, ...upright }} />}
      {high !== undefined && high >= plot.top && high <= plot.bottom && (
        <>
          <div className={classes.level} style={{ top: high, left: plot.left, width: plot.right - plot.left }} />
          <div className={classes.point} style={{ top: high, left: at }} />
        </>
      )}
      {reading !== undefined && (
        <div
          className={classes.value}
          // In the corner away from the hair, so that a long value never leaves the picture.
          style={at > (plot.left + plot.right) / 2 ? { left: plot.left + 4, top: plot.top } : { right: 4, top: plot.top }}
          role="status"
        >
          {reading.text}
        </div>
      )}
      {band !== undefined && <div className={classes.band} data-mode={drag?.mode} style={band} />}
    </>
  );
}
