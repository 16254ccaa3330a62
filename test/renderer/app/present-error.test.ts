import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../src/i18n/create-i18n';
import { presentError, presentJobFailure } from '../../../src/renderer/app/errors/present-error';
import { EngineLost, endedWithEngine, isAbort } from '../../../src/renderer/app/wire/engine-lost';

const { t } = createI18n('en');
const defined = (code: string, data: unknown) => new ORPCError(code, { defined: true, data });

describe('the presenter of errors', () => {
  it('says a refused rule with what fills it', () => {
    const shown = presentError(defined('REFUSED', { code: 'sign-in.wait', params: { seconds: 12 } }), t);
    expect(shown.text).toContain('12 s');
    expect(shown.code).toBeNull();
  });

  it('gives the code of a rule that the catalogue does not know', () => {
    expect(presentError(defined('REFUSED', { code: 'never.heard-of', params: {} }), t).code).toBe('never.heard-of');
  });

  it('offers to load the record again after a stale edit', () => {
    const data = { subject: 'person', id: 'x', expectedVersion: 1, currentVersion: 2 };
    expect(presentError(defined('CONFLICT', data), t).stale).toBe(true);
  });

  it('names the permission that is missing', () => {
    expect(presentError(defined('FORBIDDEN', { permission: 'people.manage' }), t).text).toContain('manage people');
  });

  it.each(['corrupt', 'read-only', 'disk-full', 'busy'])('has words for storage that is %s', (kind) => {
    const shown = presentError(defined('STORAGE', { kind }), t);
    expect(shown.text).not.toMatch(/errors:|storage\./);
    expect(shown.text.length).toBeGreaterThan(20);
  });

  it('quotes the reference of what nobody expected', () => {
    expect(presentError(defined('UNEXPECTED', { reference: 'K7QX2M9P' }), t).code).toBe('K7QX2M9P');
  });

  it('puts what the engine found invalid to its fields', () => {
    const error = new ORPCError('BAD_REQUEST', { data: { issues: [{ path: ['laboratory', 'name'], message: 'x' }] } });
    expect(Object.keys(presentError(error, t).fields)).toEqual(['laboratory.name']);
  });

  it('says a lost engine, and anything else with what support needs', () => {
    expect(presentError(new EngineLost(), t).title).toBe('The engine stopped');
    expect(presentError(new TypeError('x is not a function'), t).code).toBe('TypeError: x is not a function');
  });

  it('tells what may go right another time from what stays refused', () => {
    const passing = (error: unknown) => presentError(error, t).passing;
    expect(
      [new EngineLost(), new TypeError('x'), defined('UNEXPECTED', { reference: 'K' }), defined('STORAGE', { kind: 'busy' })].map(passing),
    ).toEqual(Array.from({ length: 4 }, () => true));
    const missing = defined('NOT_FOUND', { subject: 'search', id: 'x' });
    const refused = defined('REFUSED', { code: 'never.heard-of', params: {} });
    expect([missing, refused, defined('STORAGE', { kind: 'corrupt' })].map(passing)).toEqual([false, false, false]);
  });

  it('reads the failure of a job as the failure it was', () => {
    expect(presentJobFailure({ code: 'rule.sign-in.wrong', params: {} }, t).text).toContain('wrong');
    expect(presentJobFailure({ code: 'STORAGE', params: { kind: 'disk-full' } }, t).text).toContain('disk is full');
    expect(presentJobFailure({ code: 'UNEXPECTED', params: { reference: 'AB' } }, t).code).toBe('AB');
  });

  it('knows what the person stopped', () => {
    expect(isAbort(new DOMException('stopped', 'AbortError'))).toBe(true);
    expect(isAbort(new Error('other'))).toBe(false);
    expect([new EngineLost(), new DOMException('closed', 'AbortError'), new Error('other')].map(endedWithEngine)).toEqual([
      true,
      true,
      false,
    ]);
  });
});
