import type { Message } from '../../../../contract/base';
import type { ComponentChecklist } from '../../../../contract/casework';
import { evaluateGate } from '../../../../core/identification/gate';
import type { Block, ChecklistItem, ComponentOutcome, GateOutcome, Warning } from '../../../../core/identification/gate-outcome';
import type { Evidence } from '../evidence/gather';
import { type Names, namedMessage } from '../evidence/named-message';

export interface JudgedComponent {
  readonly checklist: ComponentChecklist;
  readonly outcome: ComponentOutcome;
}

/** The gate's outcome for every component of an exhibit, and as people read it. */
export function judge({ input, components, names, casOf }: Evidence): {
  readonly outcome: GateOutcome;
  readonly components: readonly JudgedComponent[];
} {
  const outcome = evaluateGate(input);
  const judged = outcome.components.flatMap((one) => {
    const component = components.find(({ id }) => id === one.componentId);
    if (component === undefined) return [];
    const checklist: ComponentChecklist = {
      componentId: one.componentId,
      substanceId: component.substance_id,
      substanceName: names.substance(one.substanceKey),
      cas: casOf(component.substance_id),
      saltClaim: component.salt_claim,
      level: one.level,
      criteria: one.checklist.map((item) => asCriterion(item, one.blocks, names)),
      blocks: one.blocks.map((block) => namedMessage(block, names)),
      warnings: one.warnings.map((warning) => asWarning(warning, names)),
      criteriaVersion: outcome.criteriaVersionId,
    };
    return [{ checklist, outcome: one }];
  });
  return { outcome, components: judged };
}

/** A warning of an artefact names its row, which has a sentence of its own (`criteria:artefact.<id>`). */
function asWarning(warning: Warning, names: Names): Message {
  const { code, params } = namedMessage(warning, names);
  return { code, params: warning.artefactId === undefined ? params : { ...params, artefact: warning.artefactId } };
}

function asCriterion(item: ChecklistItem, blocks: readonly Block[], names: Names): ComponentChecklist['criteria'][number] {
  const ways = blocks.filter(({ criterion }) => criterion === item.criterion).flatMap(({ wayOut }) => wayOut);
  return {
    id: item.criterion,
    state: item.state,
    source: item.rules.map(({ rule, source }) => `${rule}: ${source}`).join('; '),
    reasons: item.reasons.map((reason) => namedMessage(reason, names)),
    resultIds: [...item.resultIds],
    waysOut: [...new Set(ways.flatMap((way) => (way.kind === 'deviation' ? [way.deviation] : [])))],
    actions: [...new Set(ways.flatMap((way) => (way.kind === 'action' ? [way.action] : [])))],
  };
}
