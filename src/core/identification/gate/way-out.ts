import type { DeviationKind } from '../gate-input';
import type { Action, WayOut } from '../gate-outcome';

export const by = (...actions: readonly Action[]): readonly WayOut[] => actions.map((action) => ({ kind: 'action', action }));
export const orDeviation = (deviation: DeviationKind, ...actions: readonly Action[]): readonly WayOut[] => [
  ...by(...actions),
  { kind: 'deviation', deviation },
];
