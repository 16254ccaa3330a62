import { COMPARISON_BASES, FINDING_KINDS } from './comparison/comparison';
import { REASON_CODES } from './reason-codes';
import { isRecord } from './tables/field-reader';
import { OUTCOMES, type TechniqueResult } from './technique-result';

type Guard = (value: unknown) => boolean;

const isText: Guard = (value) => typeof value === 'string';
const isFlag: Guard = (value) => typeof value === 'boolean';
const isDateOrNull: Guard = (value) => value === null || typeof value === 'string';
const isScalar: Guard = (value) => typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
const oneOf =
  (allowed: readonly unknown[]): Guard =>
  (value) =>
    allowed.includes(value);
const listOf =
  (guard: Guard): Guard =>
  (value) =>
    Array.isArray(value) && value.every(guard);
const optional =
  (guard: Guard): Guard =>
  (value) =>
    value === undefined || guard(value);
const shape =
  (fields: Readonly<Record<string, Guard>>): Guard =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, guard]) => guard(value[name]));

const isLot = shape({ id: isText, substanceKey: isText, expiresOn: isDateOrNull, certificateTraceable: isFlag });
const isParams: Guard = (value) => isRecord(value) && Object.values(value).every(isScalar);
const isFinding = shape({ kind: oneOf(FINDING_KINDS), code: oneOf(REASON_CODES), params: isParams, met: isFlag });
const isComparison = shape({
  basis: oneOf(COMPARISON_BASES),
  findings: listOf(isFinding),
  exclusions: listOf(shape({ substanceKey: isText, lot: isLot, separated: isFlag, finding: isFinding })),
});
const isControl = oneOf(['passed', 'failed', 'not run']);
const isSupport: Guard = (value) => {
  if (!isRecord(value) || !listOf(isText)(value.substances)) return false;
  return value.kind === 'substances' || (value.kind === 'class' && isText(value.className));
};
const isResult = shape({
  id: isText,
  techniqueId: isText,
  method: shape({
    versionId: isText,
    validated: isFlag,
    mechanism: optional(isText),
    solvent: optional(isText),
    inlet: optional(oneOf(['gc', 'lc', 'direct'])),
  }),
  batch: optional(
    shape({ id: isText, accepted: oneOf([true, false, 'not judged']), reasons: listOf(isText), judgedById: optional(isText) }),
  ),
  controls: optional(shape({ reagentLot: shape({ id: isText, expiresOn: isDateOrNull }), positive: isControl, blank: isControl })),
  injectionId: optional(isText),
  aliquotId: isText,
  analystId: isText,
  comparedById: optional(isText),
  setAside: optional(shape({ how: oneOf(['voided', 'withdrawn']), reason: isText })),
  analystAuthorised: oneOf([true, false, 'not recorded']),
  performedAt: isText,
  outcome: oneOf(OUTCOMES),
  supports: isSupport,
  comparison: optional(isComparison),
  reviewableData: listOf(isText),
  referenceLot: optional(isLot),
  componentShare: optional(oneOf(['sole', 'major', 'minor', 'unknown'])),
  saltForm: optional(isText),
  explainedBy: listOf(isText),
});

/** Whether a value read from storage has the whole shape of a {@link TechniqueResult}; an unknown extra field is no fault. */
export function isTechniqueResult(value: unknown): value is TechniqueResult {
  return isResult(value);
}
