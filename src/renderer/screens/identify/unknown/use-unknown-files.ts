import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OpenedFileSummary } from '../../../../contract/measurements';
import { type DroppedFile, useFileDrop } from '../../../app/drop/file-drop';
import { openFiles } from '../../files/opening/opening';
import { addressOf } from '../address';

/**
 * Dropped or chosen files become the unknown: a single spectrum goes straight to the search, of several one is chosen or all are searched, a run is taken
 * apart. What is opened belongs to the exhibit that Identify was opened from.
 */
export function useUnknownFiles(enabled: boolean, exhibit: string | undefined) {
  const navigate = useNavigate();
  const [several, setSeveral] = useState<readonly OpenedFileSummary[] | null>(null);
  const choose = (fileId: string, index: number): void => {
    setSeveral(null);
    void navigate({ to: '/identify', search: { ...addressOf({ kind: 'opened', fileId, index, scan: null, averaging: null }), exhibit } });
  };
  const open = (files: readonly DroppedFile[]): void =>
    openFiles(files, ({ opened }) => {
      const [only] = opened;
      if (only !== undefined && opened.length === 1 && only.items === 1 && only.scans === 0) choose(only.id, 0);
      else setSeveral(opened);
    });
  useFileDrop(open, { labelKey: 'identify:drop', enabled });
  return { open, several, choose, putAway: () => setSeveral(null) };
}

export type UnknownFiles = ReturnType<typeof useUnknownFiles>;
