import { type BatchesService, createBatchesService } from './batches/service';
import { type CasesService, createCasesService } from './cases/service';
import { type ChecklistService, createChecklistService } from './checklist/service';
import { type ColourTestsService, createColourTestsService } from './colour-tests/service';
import { type ComparisonsService, createComparisonsService } from './comparisons/service';
import { type ComponentsService, createComponentsService } from './components/service';
import { type ConclusionsService, createConclusionsService } from './conclusions/service';
import { type CriteriaService, createCriteriaService } from './criteria/service';
import { type CustodyService, createCustodyService } from './custody/service';
import type { CaseworkDependencies } from './dependencies';
import { createDeviationsService, type DeviationsService } from './deviations/service';
import { createExhibitsService, type ExhibitsService } from './exhibits/service';
import { createInjectionsService, type InjectionsService } from './injections/service';
import { type CaseworkRecords, createCaseworkRecords } from './records';
import { createSamplesService, type SamplesService } from './samples/service';
import { createVoidingService, type VoidingService } from './voiding';

/** Everything from the receipt of an exhibit to the conclusion on what it contains. */
export interface CaseworkService {
  readonly cases: CasesService;
  readonly exhibits: ExhibitsService;
  readonly custody: CustodyService;
  readonly samples: SamplesService;
  readonly batches: BatchesService;
  readonly injections: InjectionsService;
  readonly colourTests: ColourTestsService;
  readonly comparisons: ComparisonsService;
  readonly voiding: VoidingService;
  readonly components: ComponentsService;
  readonly checklist: ChecklistService;
  readonly deviations: DeviationsService;
  readonly criteria: CriteriaService;
  readonly conclusions: ConclusionsService;
  readonly records: CaseworkRecords;
}

export function createCaseworkService(dependencies: CaseworkDependencies & { readonly now: () => string }): CaseworkService {
  return {
    cases: createCasesService(dependencies),
    exhibits: createExhibitsService(dependencies),
    custody: createCustodyService(dependencies),
    samples: createSamplesService(dependencies),
    batches: createBatchesService(dependencies),
    injections: createInjectionsService(dependencies),
    colourTests: createColourTestsService(dependencies),
    comparisons: createComparisonsService(dependencies),
    voiding: createVoidingService(dependencies),
    components: createComponentsService(dependencies),
    checklist: createChecklistService(dependencies),
    deviations: createDeviationsService(dependencies),
    criteria: createCriteriaService(dependencies),
    conclusions: createConclusionsService(dependencies),
    records: createCaseworkRecords(dependencies),
  };
}
