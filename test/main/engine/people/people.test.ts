import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { delaySeconds } from '../../../../src/main/engine/people/attempts';
import { recoveryCode, recoveryCodeHash } from '../../../../src/main/engine/people/recovery-code';
import {
  ADMINISTRATOR,
  type Client,
  FOUNDATION_ALONE,
  setUpLaboratory,
  startEngine,
  type TestClock,
  type TestEngine,
  temporaryFolder,
  testClock,
} from '../../../support/engine';

describe('people over the wire', () => {
  const folder = temporaryFolder();
  let clock: TestClock;
  let engine: TestEngine;
  let anna: Client;
  let code: string;
  beforeEach(async () => {
    clock = testClock();
    engine = await startEngine(folder.path, { clock, ...FOUNDATION_ALONE });
    anna = engine.window().client;
    code = (await setUpLaboratory(anna)).recoveryCode;
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });

  const window = () => engine.window().client;
  const wrong = { signInName: 'anna', password: 'not the password' };
  const fields = { fullName: 'Ben Osei', initials: 'BO', title: '', language: 'fr', roles: ['technician'] } as const;
  const createBen = () => anna.people.create({ ...fields, roles: ['technician'], signInName: 'Ben', initialPassword: 'given by the boss' });
  /** Ben with a password of his own, signed in. */
  const ben = async () => {
    const person = await createBen();
    const client = window();
    await client.people.signIn({ signInName: 'ben', password: 'given by the boss' });
    await client.people.changeOwnPassword({ current: 'given by the boss', next: 'known to Ben alone' });
    return { person, client };
  };

  it('slows failed sign-ins, remembers them over a restart, and forgets them after a right one', async () => {
    const client = window();
    for (let failure = 1; failure <= 3; failure += 1)
      await expect(client.people.signIn(wrong)).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'sign-in.wrong' } });
    await expect(client.people.signIn(ADMINISTRATOR)).rejects.toMatchObject({ data: { code: 'sign-in.wait', params: { seconds: 2 } } });
    await engine.close();
    engine = await startEngine(folder.path, { clock, ...FOUNDATION_ALONE });
    const again = window();
    await expect(again.people.signIn(ADMINISTRATOR)).rejects.toMatchObject({ data: { code: 'sign-in.wait', params: { seconds: 2 } } });
    clock.advance(2000);
    await expect(again.people.signIn(wrong)).rejects.toMatchObject({ data: { code: 'sign-in.wrong' } });
    await expect(again.people.signIn(ADMINISTRATOR)).rejects.toMatchObject({ data: { code: 'sign-in.wait', params: { seconds: 4 } } });
    // A clock set back makes nobody wait longer than the delay.
    clock.set('2026-01-01T00:00:00.000Z');
    await expect(again.people.signIn(ADMINISTRATOR)).rejects.toMatchObject({ data: { params: { seconds: 4 } } });
    clock.set('2026-11-21T10:00:00.000Z');
    await again.people.signIn(ADMINISTRATOR);
    await again.people.signOut();
    await expect(again.people.signIn(wrong)).rejects.toMatchObject({ data: { code: 'sign-in.wrong' } });
    await again.people.signIn(ADMINISTRATOR);
    const { events } = await again.audit.list({ action: 'person.sign-in-failed' });
    expect(events).toHaveLength(5);
  });

  it('waits longer with each failure, a minute at most', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map(delaySeconds)).toEqual([0, 0, 0, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('lets two windows try no two passwords at once', async () => {
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => window().people.signIn(wrong)));
    const codes = tries.map((result) => (result.status === 'rejected' ? (result.reason as { data: { code: string } }).data.code : 'in'));
    expect(codes.filter((each) => each === 'sign-in.wrong')).toHaveLength(3);
    expect(codes.filter((each) => each === 'sign-in.wait')).toHaveLength(3);
  });

  it('knows a name in any case and form, and treats a name that nobody has like a wrong password', async () => {
    await window().people.signIn({ ...ADMINISTRATOR, signInName: ' ＡNNA ' });
    await expect(window().people.signIn({ signInName: 'nobody', password: 'whatever it is' })).rejects.toMatchObject({
      data: { code: 'sign-in.wrong' },
    });
    await expect(
      anna.people.create({ ...fields, roles: ['technician'], signInName: 'ANNA', initialPassword: 'given by the boss' }),
    ).rejects.toMatchObject({
      data: { code: 'people.name-taken' },
    });
  });

  it('gives a new person only their own password to change, until they have', async () => {
    await createBen();
    const client = window();
    const person = await client.people.signIn({ signInName: 'ben', password: 'given by the boss' });
    expect(person).toMatchObject({ mustChangePassword: true, roles: ['technician'], language: 'fr' });
    const customer = { name: 'Court', address: '', contactPerson: '', email: '', phone: '' };
    await expect(client.laboratory.customers.create(customer)).rejects.toMatchObject({ data: { code: 'people.must-change-password' } });
    await expect(client.people.changeOwnPassword({ current: 'wrong password', next: 'known to Ben alone' })).rejects.toMatchObject({
      data: { code: 'sign-in.wrong' },
    });
    await client.people.changeOwnPassword({ current: 'given by the boss', next: 'known to Ben alone' });
    expect((await client.system.state()).person?.mustChangePassword).toBe(false);
    await client.laboratory.customers.create(customer);
  });

  it('asks the database, not the session, what a person may do', async () => {
    const { person, client } = await ben();
    const customer = { name: 'Court', address: '', contactPerson: '', email: '', phone: '' };
    await client.laboratory.customers.create(customer);
    await expect(
      client.people.create({ ...fields, roles: ['technician'], signInName: 'eve', initialPassword: 'whatever it is' }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'people.manage' },
      defined: true,
    });
    const [held] = (await anna.people.list()).filter(({ id }) => id === person.id);
    await anna.people.update({ ...fields, id: person.id, rowVersion: held!.rowVersion, roles: ['reviewer'], reason: 'moves to review' });
    await expect(client.laboratory.customers.create(customer)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      data: { permission: 'customers.edit' },
    });
    await expect(
      anna.people.update({ ...fields, id: person.id, rowVersion: held!.rowVersion, roles: ['reviewer'], reason: 'again' }),
    ).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('ends the sessions of an account that is disabled, and enables it again', async () => {
    const { person, client } = await ben();
    const [held] = (await anna.people.list()).filter(({ id }) => id === person.id);
    const off = await anna.people.setDisabled({
      id: person.id,
      rowVersion: held!.rowVersion,
      disabled: true,
      reason: 'left the laboratory',
    });
    expect((await client.system.state()).phase).toBe('sign-in');
    await expect(client.laboratory.customers.list()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(client.people.signIn({ signInName: 'ben', password: 'known to Ben alone' })).rejects.toMatchObject({
      data: { code: 'sign-in.disabled' },
    });
    await expect(client.people.signIn({ signInName: 'ben', password: 'not his password' })).rejects.toMatchObject({
      data: { code: 'sign-in.wrong' },
    });
    await anna.people.setDisabled({ id: person.id, rowVersion: off.rowVersion, disabled: false, reason: 'is back' });
    await client.people.signIn({ signInName: 'ben', password: 'known to Ben alone' });
  });

  it('always keeps an administrator', async () => {
    const [self] = await anna.people.list();
    const target = { id: self!.id, rowVersion: self!.rowVersion, reason: 'for a test' };
    await expect(anna.people.setDisabled({ ...target, disabled: true })).rejects.toMatchObject({
      data: { code: 'people.last-administrator' },
    });
    await expect(anna.people.update({ ...fields, ...target, roles: ['manager'] })).rejects.toMatchObject({
      data: { code: 'people.last-administrator' },
    });
    expect((await anna.people.list())[0]).toEqual(self);
    const handle = engine.engine.foundation()!.database.writer.handle;
    expect(() => handle.exec('DELETE FROM person')).toThrow(/never removed/);
  });

  it('locks what is idle, by either clock, and unlocks with the password alone', async () => {
    clock.advance(9 * 60_000);
    await anna.system.touch();
    clock.advance(9 * 60_000);
    expect(await anna.laboratory.customers.list()).toEqual([]);
    clock.advance(2 * 60_000);
    await expect(anna.laboratory.customers.list()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', data: { locked: true } });
    expect(await anna.system.state()).toMatchObject({ phase: 'locked', person: { signInName: 'anna' } });
    // Touching a locked session opens nothing.
    await anna.system.touch();
    await expect(anna.laboratory.customers.list()).rejects.toMatchObject({ data: { locked: true } });
    await expect(anna.people.unlock({ password: 'not the password' })).rejects.toMatchObject({ data: { code: 'sign-in.wrong' } });
    await anna.people.unlock({ password: ADMINISTRATOR.password });
    expect(await anna.laboratory.customers.list()).toEqual([]);
    await anna.people.lock();
    expect((await anna.system.state()).phase).toBe('locked');
    await expect(window().people.unlock({ password: ADMINISTRATOR.password })).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('sets a new password with the recovery code, once, and gives a new code', async () => {
    const next = 'a new password for Anna';
    const client = window();
    await expect(
      client.people.recover({ signInName: 'anna', recoveryCode: '0000-0000-0000-0000-0000-0000-00', next }),
    ).rejects.toMatchObject({
      data: { code: 'recover.wrong' },
    });
    const { recoveryCode: newCode } = await client.people.recover({
      signInName: 'Anna',
      recoveryCode: code.toLowerCase().replaceAll('-', ' '),
      next,
    });
    expect(newCode).not.toBe(code);
    await client.people.signIn({ signInName: 'anna', password: next });
    await expect(window().people.recover({ signInName: 'anna', recoveryCode: code, next })).rejects.toMatchObject({
      data: { code: 'recover.wrong' },
    });
    const { events } = await client.audit.list({ action: 'person.recover' });
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain('argon2id');
  });

  it('cannot be set up twice', async () => {
    await expect(setUpLaboratory(window())).rejects.toMatchObject({ data: { code: 'set-up.already-done' } });
  });

  it('keeps no password and no code in the file or in the trail', async () => {
    const { handle } = engine.engine.foundation()!.database.writer;
    const hashes = handle.prepare('SELECT password_hash FROM person').pluck().all();
    expect(hashes).toEqual([expect.stringMatching(/^\$argon2id\$v=19\$m=65536,t=2,p=1\$/)]);
    const everything =
      JSON.stringify(handle.prepare('SELECT * FROM audit_event').all()) +
      JSON.stringify(handle.prepare('SELECT * FROM recovery_code').all());
    for (const secret of [ADMINISTRATOR.password, code, String(hashes[0])]) expect(everything).not.toContain(secret);
  });
});

describe('a recovery code', () => {
  it('has 128 bits in 26 symbols of Crockford’s base32', () => {
    expect(recoveryCode(new Uint8Array(16))).toBe('0000-0000-0000-0000-0000-0000-00');
    expect(recoveryCode(new Uint8Array(16).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZW');
    // By Python's integers, not by this code.
    expect(recoveryCode(Uint8Array.from({ length: 16 }, (_, index) => index * 17))).toBe('008J-4CT4-ANK7-F24S-NAXW-SQFE-ZW');
  });

  it('is read as it is typed: small letters, other groups, O for 0, I and L for 1', () => {
    expect(recoveryCodeHash('01o1-il')).toBe(recoveryCodeHash('0101 11'));
    expect(recoveryCodeHash('0101-11')).not.toBe(recoveryCodeHash('0101-12'));
  });
});
