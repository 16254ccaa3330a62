import { z } from 'zod';
import { base, id, instant, language, optionalText, reason, rowVersion, shortText } from './base';
import { role } from './permissions';

/** Length alone is asked (NIST SP 800-63B §5.1.1.2: no composition rules); 72 bytes and more are welcome. */
export const password = z.string().min(10).max(200);
export const signInName = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{N}._-]+$/u);

const roles = z.array(role).max(role.options.length);

export const sessionPerson = z.object({
  id,
  signInName: z.string(),
  fullName: z.string(),
  initials: z.string(),
  roles: z.array(role),
  language,
  mustChangePassword: z.boolean(),
});
export type SessionPerson = z.infer<typeof sessionPerson>;

export const person = z.object({
  id,
  rowVersion,
  signInName: z.string(),
  fullName: z.string(),
  initials: z.string(),
  title: z.string(),
  roles: z.array(role),
  language,
  disabledAt: instant.nullable(),
  lastSignInAt: instant.nullable(),
  createdAt: instant,
});
export type Person = z.infer<typeof person>;

const personFields = z.object({
  signInName,
  fullName: shortText,
  initials: z.string().trim().min(1).max(6),
  title: optionalText,
  roles: roles.min(1),
  language,
});

export const setUpInput = z.object({
  laboratory: z.object({
    name: shortText,
    address: optionalText,
    country: z.string().length(2),
    language,
    phone: optionalText,
    email: optionalText,
  }),
  administrator: z.object({
    signInName,
    fullName: shortText,
    initials: z.string().trim().min(1).max(6),
    password,
    alsoRoles: roles,
  }),
});

export const people = {
  /** First run: the laboratory, its first administrator, and a recovery code that is shown this once. Signs the administrator in. */
  setUp: base.input(setUpInput).output(z.object({ recoveryCode: z.string(), person: sessionPerson })),
  /** A wrong name or password is REFUSED `sign-in.wrong`; too many `sign-in.wait` with `seconds`; disabled `sign-in.disabled`. */
  signIn: base.input(z.object({ signInName: z.string().max(60), password: z.string().max(200) })).output(sessionPerson),
  signOut: base.output(z.void()),
  lock: base.output(z.void()),
  unlock: base.input(z.object({ password: z.string().max(200) })).output(sessionPerson),
  changeOwnPassword: base.input(z.object({ current: z.string().max(200), next: password })).output(z.void()),
  setOwnLanguage: base.input(z.object({ language })).output(sessionPerson),
  /** Sets a new password for an administrator with the recovery code; gives a new code. */
  recover: base
    .input(z.object({ signInName: z.string().max(60), recoveryCode: z.string().max(100), next: password }))
    .output(z.object({ recoveryCode: z.string() })),
  list: base.output(z.array(person)),
  create: base.input(personFields.extend({ initialPassword: password })).output(person),
  update: base.input(personFields.omit({ signInName: true }).extend({ id, rowVersion, reason })).output(person),
  setDisabled: base.input(z.object({ id, rowVersion, disabled: z.boolean(), reason })).output(person),
  resetPassword: base.input(z.object({ id, rowVersion, initialPassword: password, reason })).output(person),
};
