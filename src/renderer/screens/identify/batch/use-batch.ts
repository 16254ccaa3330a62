import { useNavigate } from '@tanstack/react-router';
import { useAction } from '../../../app/errors/use-action';
import { api } from '../../../app/wire/client';
import { NO_FILTERS } from '../settings';

/** Starts batch searches and goes to their table. */
export function useBatch(exhibit: string | undefined, onStarted: () => void) {
  const navigate = useNavigate();
  const start = useAction(api.batches.start.mutationOptions(), {
    onDone: ({ batchId }) => {
      onStarted();
      void navigate({ to: '/identify/batches/$batchId', params: { batchId } });
    },
  });
  const exhibitId = exhibit ?? null;
  return {
    busy: start.busy,
    searchAll: (name: string, items: { readonly fileId: string; readonly index: number }[]) =>
      start.run({ kind: 'spectra', name, items, filters: NO_FILTERS, exhibitId }),
    takeApart: (run: { readonly fileId: string; readonly index: number }, how: TakingApart) =>
      start.run({ kind: 'run', fileId: run.fileId, index: run.index, ...how, filters: NO_FILTERS, exhibitId }),
  };
}

/** How a run becomes components. */
export interface TakingApart {
  readonly detection: 'components' | 'chromatogram';
  readonly leastSignalToNoise: number;
  readonly ladder: { carbons: number; minutes: number }[];
}
