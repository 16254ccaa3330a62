import { useMemo } from 'react';
import type { RunItem } from '../../../../contract/measurements';
import { valueOrRefusal } from '../../../../core/processing/refused';
import { type ChromatographicPeak, chromatographicPeaks } from '../../../../core/processing/runs/chromatographic-peaks';

/** The peaks of the total ion current; undefined while they are not asked for, or where the times are none that rise. */
export function useRunPeaks(item: RunItem, wanted: boolean): readonly ChromatographicPeak[] | undefined {
  return useMemo(() => {
    if (!wanted) return undefined;
    const found = valueOrRefusal(() => chromatographicPeaks(item.times, item.ionCurrent));
    return 'refused' in found ? undefined : found.value;
  }, [item, wanted]);
}
