import type { Block, ChecklistItem, CriterionId, CriterionState, RuleSource, Warning } from '../gate-outcome';
import type { Reason } from '../reason';
import type { CriteriaTables, RuleId } from '../tables/criteria-tables';
import type { ComponentCase } from './assessment';
import type { Combination } from './combination';
import type { Specificity } from './specificity';

/** A component's case with what was worked out of it; every check reads this and nothing else. */
export interface Worked extends ComponentCase {
  /** In order of preference. */
  readonly combinations: readonly Combination[];
  readonly specificity: Specificity;
}

/** What one check finds: its line of the checklist, what it stops, what it warns of. */
export interface CheckResult {
  readonly item: ChecklistItem;
  readonly blocks: readonly Block[];
  readonly warnings: readonly Warning[];
}

interface ItemParts {
  readonly reasons?: readonly Reason[];
  readonly resultIds?: readonly string[];
  readonly deviationIds?: readonly string[];
  readonly blocks?: readonly Block[];
  readonly warnings?: readonly Warning[];
}

/** Builds a check's result with the sources of its rules, as the tables cite them. */
export function checked(
  tables: CriteriaTables,
  criterion: CriterionId,
  rules: readonly RuleId[],
  state: CriterionState,
  parts: ItemParts,
): CheckResult {
  const item: ChecklistItem = {
    criterion,
    state,
    reasons: parts.reasons ?? [],
    resultIds: parts.resultIds ?? [],
    deviationIds: parts.deviationIds ?? [],
    rules: rules.map((rule) => ruleSource(tables, rule)),
  };
  return { item, blocks: parts.blocks ?? [], warnings: parts.warnings ?? [] };
}

function ruleSource(tables: CriteriaTables, rule: RuleId): RuleSource {
  return { rule, source: tables.rules.find((row) => row.id === rule)?.source ?? '' };
}
