import { describe, expect, it } from 'vitest';
import { evaluateGate } from '../../../src/core/identification/gate';
import type { GateInput } from '../../../src/core/identification/gate-input';
import type { ComponentOutcome } from '../../../src/core/identification/gate-outcome';
import { OWN_VECTORS } from './own-vectors';
import { PUBLISHED_VECTORS } from './published-vectors';
import { type GateVector, reviewed } from './vector';

function outcomeOf(input: GateInput, index = 0): ComponentOutcome {
  const outcome = evaluateGate(input).components[index];
  if (outcome === undefined) throw new RangeError(`no component ${index}`);
  return outcome;
}

function check(vector: GateVector): void {
  const outcome = outcomeOf(vector.input, vector.component);
  expect(outcome.blocks.map(({ code }) => code).sort()).toEqual(vector.blocks);
  expect(outcome.level).toBe(vector.level);
  expect(outcome.warnings.map(({ code }) => code).sort()).toEqual([...(vector.warnings ?? [])].sort());
  for (const [criterion, state] of Object.entries(vector.states ?? {})) {
    expect(outcome.checklist.find((item) => item.criterion === criterion)?.state, criterion).toBe(state);
  }
  expect(outcome.blocks.every(({ wayOut }) => wayOut.length > 0)).toBe(true);
  if (vector.group !== undefined) expect(outcome.scope).toEqual({ kind: 'group', groupId: vector.group });
  if (vector.salt !== undefined) expect(outcome.saltForm).toBe(vector.salt);
  expect(outcomeOf(reviewed(vector.input), vector.component).level).toBe(vector.reviewedLevel);
}

describe('the gate', () => {
  it('has all twelve published vectors', () => {
    expect(PUBLISHED_VECTORS).toHaveLength(12);
    console.info(`gate vectors: ${PUBLISHED_VECTORS.length} published, ${OWN_VECTORS.length} of our own`);
  });
  it.each(PUBLISHED_VECTORS)('published: $name', check);
  it.each(OWN_VECTORS)('own: $name', check);
});
