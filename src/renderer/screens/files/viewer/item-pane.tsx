import type { Measurement } from '../../../../contract/measurements';
import type { ShelvedItem } from '../compare/use-shelved';
import type { Outcome } from '../processing/use-outcome';
import { CurvesPane } from './curves-pane';
import { RunPane } from './run-pane';
import { SpectrumPane } from './spectrum-pane';
import type { Study } from './use-study';

/** The picture of a record, whatever the technique. */
export function ItemPane(props: {
  readonly item: Measurement;
  readonly study: Study;
  readonly outcome: Outcome | undefined;
  readonly shelved: readonly ShelvedItem[];
}) {
  const { item, study, outcome, shelved } = props;
  switch (item.kind) {
    case 'curves':
      return outcome === undefined ? null : <CurvesPane item={item} study={study} outcome={outcome} shelved={shelved} />;
    case 'run':
      return <RunPane item={item} study={study} shelved={shelved} />;
    case 'spectrum':
      return <SpectrumPane item={item} study={study} shelved={shelved} />;
  }
}
