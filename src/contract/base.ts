import { oc } from '@orpc/contract';
import { z } from 'zod';

/** A sentence of the message catalogue and what fills it; the window translates, the wire carries no prose. */
export const message = z.object({
  code: z.string().min(1),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Message = z.infer<typeof message>;

/** Expected failures of any use-case: values of the contract, shown by one presenter. */
export const base = oc.errors({
  /** Nobody is signed in on this port, or the session is locked. */
  UNAUTHENTICATED: { data: z.object({ locked: z.boolean() }) },
  FORBIDDEN: { data: z.object({ permission: z.string() }) },
  NOT_FOUND: { data: z.object({ subject: z.string(), id: z.string() }) },
  /** The record was changed by someone else since it was read. */
  CONFLICT: { data: z.object({ subject: z.string(), id: z.string(), expectedVersion: z.number(), currentVersion: z.number() }) },
  /** A rule of the laboratory or of the record says no; `code` is a key under `errors:rule`. */
  REFUSED: { data: message },
  /** `code` is a key under `reading:refusal`. */
  UNREADABLE_FILE: {
    data: z.object({ fileName: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  },
  /** The laboratory's storage cannot take a change now: see `systemFailure`. */
  STORAGE: { data: z.object({ kind: z.enum(['corrupt', 'read-only', 'disk-full', 'busy']) }) },
  /** Unexpected; `reference` is the code in the log that a person can quote. */
  UNEXPECTED: { data: z.object({ reference: z.string() }) },
});

export const id = z.uuid();
/** A file that a person dropped or chose, by the name the shell gave it. */
export const fileToken = z.uuid();
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** No file system has longer names. */
export const fileName = z.string().min(1).max(255);
/** A UTC instant, ISO 8601 with milliseconds and Z. */
export const instant = z.iso.datetime();
/** A calendar day, YYYY-MM-DD. */
export const day = z.iso.date();
export const rowVersion = z.int().positive();
/** Why a change is made; required where the record needs one. */
export const reason = z.string().trim().min(3).max(2000);
export const shortText = z.string().trim().min(1).max(200);
export const optionalText = z.string().trim().max(2000);
/** A mass in micrograms: integers never lose a unit. */
export const micrograms = z.int().nonnegative();

export const page = z.object({ offset: z.int().nonnegative().default(0), limit: z.int().positive().max(1000).default(200) });

/** Languages the window speaks, by BCP 47 tag. */
export const language = z.enum(['en', 'fr', 'ar']);
export type Language = z.infer<typeof language>;
/** Languages a report can be written in. */
export const reportLanguage = z.enum(['en', 'fr']);
export type ReportLanguage = z.infer<typeof reportLanguage>;

/** What names a person in lists and records. */
export const personName = z.object({ id, fullName: z.string() });
