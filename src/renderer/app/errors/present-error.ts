import { ORPCError } from '@orpc/client';
import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { Message } from '../../../contract/base';
import { withNamedStrings } from '../../../i18n/named-codes';
import { EngineLost } from '../wire/engine-lost';

/** An error as the person reads it: what happened and what to do, a code for support last. */
export interface PresentedError {
  readonly title: string;
  readonly text: string;
  /** What support needs; null where the text says all there is. */
  readonly code: string | null;
  /** Sentences for single fields, by path (`laboratory.name`). */
  readonly fields: Readonly<Record<string, string>>;
  /** The record was changed by someone else: offer to show it as it is now. */
  readonly stale: boolean;
  /** The same may go right another time: nothing was refused. */
  readonly passing: boolean;
}

const params = z.record(z.string(), z.union([z.string(), z.number()]));
const dataOf = {
  locked: z.object({ locked: z.boolean() }),
  permission: z.object({ permission: z.string() }),
  subject: z.object({ subject: z.string(), id: z.string() }),
  message: z.object({ code: z.string(), params: params.default({}) }),
  file: z.object({ fileName: z.string(), code: z.string(), params: params.default({}) }),
  storage: z.object({ kind: z.enum(['corrupt', 'read-only', 'disk-full', 'busy']) }),
  reference: z.object({ reference: z.string() }),
  issues: z.object({ issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).default([]) })) }),
};

const STORAGE_TEXTS = {
  corrupt: 'errors:storage.corrupt',
  'read-only': 'errors:storage.read-only',
  'disk-full': 'errors:storage.disk-full',
  busy: 'errors:storage.busy',
} as const;

function plain(title: string, text: string, code: string | null = null): PresentedError {
  return { title, text, code, fields: {}, stale: false, passing: false };
}

function presentUnknown(error: unknown, t: TFunction): PresentedError {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return { ...plain(t('errors:unexpected.title'), t('errors:unexpected.text'), detail), passing: true };
}

function presentTyped(code: string, data: unknown, t: TFunction): PresentedError | null {
  switch (code) {
    case 'UNAUTHENTICATED': {
      const { locked } = dataOf.locked.catch({ locked: false }).parse(data);
      return plain(t('errors:unauthenticated.title'), locked ? t('errors:unauthenticated.locked') : t('errors:unauthenticated.signed-out'));
    }
    case 'FORBIDDEN': {
      const { permission } = dataOf.permission.parse(data);
      return plain(t('errors:forbidden.title'), t('errors:forbidden.text', { what: t(`frame:permission.${permission}`) }));
    }
    case 'NOT_FOUND': {
      const { subject, id } = dataOf.subject.parse(data);
      return plain(
        t('errors:not-found.title'),
        t('errors:not-found.text', { what: t(`frame:subject.${subject}`, { defaultValue: subject }) }),
        id,
      );
    }
    case 'CONFLICT':
      return { ...plain(t('errors:conflict.title'), t('errors:conflict.text')), stale: true };
    case 'REFUSED': {
      const message = dataOf.message.parse(data);
      return plain(
        t('errors:refused'),
        t(`errors:rule.${message.code}`, { ...withNamedStrings(message.params, t), defaultValue: t('errors:rule-unnamed') }),
        t(`errors:rule.${message.code}`, { defaultValue: '' }) === '' ? message.code : null,
      );
    }
    case 'UNREADABLE_FILE': {
      const file = dataOf.file.parse(data);
      return plain(
        t('errors:unreadable', { file: file.fileName }),
        t(`reading:refusal.${file.code}`, { ...file.params, defaultValue: file.code }),
      );
    }
    case 'STORAGE': {
      const { kind } = dataOf.storage.parse(data);
      return { ...plain(t('errors:storage.title'), t(STORAGE_TEXTS[kind])), passing: kind === 'busy' || kind === 'disk-full' };
    }
    case 'UNEXPECTED': {
      const { reference } = dataOf.reference.parse(data);
      return { ...plain(t('errors:unexpected.title'), t('errors:unexpected.text'), reference), passing: true };
    }
    case 'BAD_REQUEST': {
      const issues = dataOf.issues.safeParse(data);
      if (!issues.success) return null;
      const fields = issues.data.issues.map(({ path }) => [path.join('.'), t('errors:field.invalid')] as const);
      return { ...plain(t('errors:invalid.title'), t('errors:invalid.text')), fields: Object.fromEntries(fields) };
    }
    default:
      return null;
  }
}

/** The one presenter: every failure of the contract in the person's words, anything else with what support needs. */
export function presentError(error: unknown, t: TFunction): PresentedError {
  if (error instanceof EngineLost) return { ...plain(t('errors:engine-lost.title'), t('errors:engine-lost.text')), passing: true };
  if (error instanceof ORPCError && (error.defined || error.code === 'BAD_REQUEST')) {
    try {
      const presented = presentTyped(error.code, error.data, t);
      if (presented !== null) return presented;
    } catch (unreadable) {
      console.error('an error whose data is not of the contract', error, unreadable);
    }
  }
  return presentUnknown(error, t);
}

/** Why a job failed: a rule's code behind `rule.`, or a failure of the contract with what it said. */
export function presentJobFailure({ code, params: said }: Message, t: TFunction): PresentedError {
  const rule = /^rule\.(.+)$/.exec(code)?.[1];
  const presented = rule === undefined ? presentTyped(code, said, t) : presentTyped('REFUSED', { code: rule, params: said }, t);
  return presented ?? plain(t('errors:unexpected.title'), t('errors:unexpected.text'), code);
}
