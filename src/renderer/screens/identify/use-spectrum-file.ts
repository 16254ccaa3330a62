import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import type { identify } from '../../../contract/identify';
import { type DroppedFile, useFileDrop } from '../../app/drop/file-drop';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { addressOf } from './address';

type Procedure = (typeof identify)['openFile'];
export type OpenedFile = z.infer<NonNullable<Procedure['~orpc']['outputSchema']>>;

/** A dropped or chosen file: opened by the engine; a single spectrum goes straight to the search, of several one is chosen. It belongs to the exhibit that Identify was opened from. */
export function useSpectrumFile(enabled: boolean, exhibit: string | undefined) {
  const navigate = useNavigate();
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  const [choosing, setChoosing] = useState(false);
  const choose = (file: OpenedFile, record: number): void => {
    setChoosing(false);
    const query = { kind: 'file', sha256: file.sha256, fileName: file.fileName, record } as const;
    void navigate({ to: '/identify', search: { ...addressOf(query), exhibit } });
  };
  const reading = useAction(api.identify.openFile.mutationOptions(), {
    inPlace: true,
    onDone: (file) => {
      setOpened(file);
      const [first] = file.spectra;
      if (file.spectra.length === 1 && file.more === 0 && first !== undefined) choose(file, first.record);
      else setChoosing(true);
    },
  });
  const open = ({ token }: DroppedFile): void => reading.run({ token });
  useFileDrop(
    (files) => {
      const [first] = files;
      if (first !== undefined) open(first);
    },
    { labelKey: 'identify:drop', enabled: enabled && !reading.busy },
  );
  return {
    open,
    opened,
    choosing,
    choose,
    chooseAnother: () => setChoosing(true),
    stopChoosing: () => setChoosing(false),
    busy: reading.busy,
    failure: reading.failure,
    putFailureAway: reading.reset,
  };
}

export type SpectrumFile = ReturnType<typeof useSpectrumFile>;
