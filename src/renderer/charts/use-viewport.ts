import { useCallback, useMemo, useState } from 'react';
import type { PlotSubject } from './plot-subject';
import { isWhole, type PlotViewport, panned } from './zoom';

/**
 * What part of a subject is shown. Another subject is shown whole; the same one after a change (another candidate beside it, a step of processing)
 * keeps its zoom as far as it still has that part, and that of the height while the ordinate measures the same.
 */
export function useViewport({ key, extent, heightsKey = '' }: PlotSubject) {
  // Null shows all there is.
  const [zoom, setZoom] = useState<{ readonly of: string; readonly heightsOf: string; readonly view: PlotViewport } | null>(null);
  const all = useMemo((): PlotViewport => ({ range: extent }), [extent]);
  const view = useMemo((): PlotViewport => {
    if (zoom === null || zoom.of !== key) return all;
    const range = panned(zoom.view.range, 0, extent);
    return zoom.heightsOf === heightsKey ? { ...zoom.view, range } : { range };
  }, [zoom, key, heightsKey, all, extent]);
  const setView = useCallback(
    (next: PlotViewport) =>
      setZoom(isWhole(next.range, extent) && next.yRange === undefined ? null : { of: key, heightsOf: heightsKey, view: next }),
    [key, heightsKey, extent],
  );
  return { view, all, whole: view === all, setView };
}
