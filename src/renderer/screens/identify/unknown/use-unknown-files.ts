import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OpenedFileSummary, RefusedFile } from '../../../../contract/measurements';
import { useFileDrop } from '../../../app/drop/file-drop';
import { type ChosenFile, openFiles } from '../../files/opening/opening';
import { addressOf } from '../address';

/**
 * Dropped or chosen files become the unknown: a single spectrum goes straight to the search, of several one is chosen or all are searched, a run is taken
 * apart. What is opened belongs to the exhibit that Identify was opened from.
 */
export function useUnknownFiles(enabled: boolean, exhibit: string | undefined) {
  const navigate = useNavigate();
  const [several, setSeveral] = useState<readonly OpenedFileSummary[] | null>(null);
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const choose = (fileId: string, index: number): void => {
    setSeveral(null);
    void navigate({ to: '/identify', search: { ...addressOf({ kind: 'opened', fileId, index, scan: null, averaging: null }), exhibit } });
  };
  const open = (files: readonly ChosenFile[]): void =>
    openFiles(files, ({ opened, refused: unread }) => {
      const [only] = opened;
      setRefused(unread);
      // What could not be read is told before anything is searched.
      if (only !== undefined && opened.length === 1 && unread.length === 0 && only.items === 1 && only.scans === 0) choose(only.id, 0);
      else setSeveral(opened);
    });
  useFileDrop(open, { labelKey: 'identify:drop', enabled });
  return { open, several, refused, choose, putAway: () => setSeveral(null) };
}

export type UnknownFiles = ReturnType<typeof useUnknownFiles>;
