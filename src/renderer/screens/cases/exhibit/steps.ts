import {
  IconArrowsLeftRight,
  IconDroplet,
  IconGavel,
  IconListCheck,
  IconListNumbers,
  IconScale,
  IconSearch,
  IconTestPipe,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { Exhibit } from '../../../../contract/casework';
import { ColourStep } from './colour-tests/colour-step';
import { ComparisonStep } from './comparison/comparison-step';
import { ConclusionStep } from './conclusion/conclusion-step';
import { CustodyStep } from './custody/custody-step';
import { DeviationsStep } from './deviations/deviations-step';
import { IdentifyStep } from './identify/identify-step';
import { SamplesStep } from './samples/samples-step';
import { SequenceStep } from './sequence/sequence-step';

export interface Step {
  readonly id: string;
  readonly labelKey: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly component: ComponentType<{ readonly exhibit: Exhibit }>;
  /** How much of it there is; shown on the strip. */
  readonly count: (exhibit: Exhibit) => number | null;
}

/** The work on an exhibit, in the order it is done. */
export const STEPS: readonly Step[] = [
  {
    id: 'custody',
    labelKey: 'casework:step.custody',
    icon: IconArrowsLeftRight,
    component: CustodyStep,
    count: ({ custody }) => custody.length,
  },
  { id: 'samples', labelKey: 'casework:step.samples', icon: IconTestPipe, component: SamplesStep, count: ({ samples }) => samples.length },
  {
    id: 'colour',
    labelKey: 'casework:step.colour',
    icon: IconDroplet,
    component: ColourStep,
    count: ({ colourTests }) => colourTests.filter(({ voidedReason }) => voidedReason === null).length,
  },
  {
    id: 'sequence',
    labelKey: 'casework:step.sequence',
    icon: IconListNumbers,
    component: SequenceStep,
    count: ({ batches }) => batches.length,
  },
  { id: 'identify', labelKey: 'casework:step.identify', icon: IconSearch, component: IdentifyStep, count: () => null },
  {
    id: 'comparison',
    labelKey: 'casework:step.comparison',
    icon: IconScale,
    component: ComparisonStep,
    count: ({ comparisons }) => comparisons.filter(({ voidedReason }) => voidedReason === null).length,
  },
  {
    id: 'deviations',
    labelKey: 'casework:step.deviations',
    icon: IconGavel,
    component: DeviationsStep,
    count: ({ deviations }) => deviations.length,
  },
  {
    id: 'conclusion',
    labelKey: 'casework:step.conclusion',
    icon: IconListCheck,
    component: ConclusionStep,
    count: ({ conclusions }) => conclusions.filter(({ supersededById }) => supersededById === null).length,
  },
];
