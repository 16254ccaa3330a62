import type { Migration } from '../migration';
import { migration as layTheFoundation } from './0010-lay-the-foundation';
import { migration as keepSubstancesAndSpectra } from './0020-keep-substances-and-spectra';
import { migration as carryACase } from './0030-carry-a-case';
import { migration as keepReports } from './0040-keep-reports';
import { migration as openMeasurements } from './0050-open-measurements';
import { migration as keepCurvesInTheLibrary } from './0060-keep-curves-in-the-library';
import { migration as keepSearchesOfAnyFamily } from './0070-keep-searches-of-any-family';
import { migration as chooseAndLookAway } from './0080-choose-and-look-away';
import { migration as examineTheLibrary } from './0090-examine-the-library';
import { migration as searchInBatches } from './0100-search-in-batches';
import { migration as validateTheProbability } from './0110-validate-the-probability';

/** In rising order; a migration that has been released is never edited. */
export const migrations: readonly Migration[] = [
  layTheFoundation,
  keepSubstancesAndSpectra,
  carryACase,
  keepReports,
  openMeasurements,
  keepCurvesInTheLibrary,
  keepSearchesOfAnyFamily,
  chooseAndLookAway,
  examineTheLibrary,
  searchInBatches,
  validateTheProbability,
];
