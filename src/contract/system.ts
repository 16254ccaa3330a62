import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, instant, language, message } from './base';
import { sessionPerson } from './people';

/** Why the laboratory cannot be opened or changed; each has a screen of its own. */
export const systemFailure = z.object({
  kind: z.enum([
    'corrupt',
    /** The folder holds kept files or copies, but not the database that names them. */
    'database-missing',
    'read-only',
    'disk-full',
    'newer-file',
    'folder-in-use',
    'network-share',
    'not-writable',
    'unexpected',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type SystemFailure = z.infer<typeof systemFailure>;

export const systemState = z.object({
  phase: z.enum(['failed', 'first-run', 'sign-in', 'signed-in', 'locked']),
  failure: systemFailure.nullable(),
  /** The practice laboratory: marked on every screen and page. */
  practice: z.boolean(),
  /** In the practice laboratory only: names and passwords of its invented people, shown on the sign-in screen. */
  practicePeople: z.array(z.object({ signInName: z.string(), password: z.string(), fullName: z.string(), roles: z.array(z.string()) })),
  laboratoryName: z.string().nullable(),
  language: language.nullable(),
  version: z.string(),
  folder: z.string(),
  person: sessionPerson.nullable(),
  /** Idle minutes after which the session locks. */
  lockAfterMinutes: z.int().positive(),
  /** What the last start found and did: swept files, abandoned imports, a clock that went back. Keys under `notices`. */
  notices: z.array(message),
});
export type SystemState = z.infer<typeof systemState>;

export const systemEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('state'), state: systemState }),
  /** Records of a kind changed: the window refetches what it shows of them. */
  z.object({ type: z.literal('changed'), topics: z.array(z.string()), at: instant }),
]);
export type SystemEvent = z.infer<typeof systemEvent>;

export const system = {
  state: base.output(systemState),
  /** The state now, then every change until the port closes. */
  watch: base.output(eventIterator(systemEvent)),
  dismissNotices: base.output(z.void()),
  /** Tells the engine that the person is at work; without it the session locks. */
  touch: base.output(z.void()),
  setTitle: base.input(z.object({ title: z.string().max(300) })).output(z.void()),
};
