import { useState } from 'react';

/** A form's key and the way to open the form again over the record as it is now. */
export function useReopening(refetch: () => Promise<unknown>): readonly [number, () => void] {
  const [opening, setOpening] = useState(0);
  return [opening, () => void refetch().then(() => setOpening((count) => count + 1))];
}
