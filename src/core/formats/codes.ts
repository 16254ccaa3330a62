import type { Place, ReadEvent, Refusal } from '../spectrum/reading';

/**
 * Every warning a reader can give, with the names of its parameters (`line` is added to all where known). Each has its sentence in the catalogue
 * `reading`, under `warning.<code>`. `record` is the name of the record, or `#n` when it has none.
 */
export const warningCodes = {
  'encoding-assumed': [],
  'line-not-understood': ['text'],
  'last-line-unterminated': [],
  'further-warnings': ['code', 'count'],
  'peak-not-a-number': ['text'],
  'peak-negative': ['text'],
  'peak-out-of-range': ['text'],
  'number-too-long': ['text'],
  'peak-line-odd': ['text'],
  'decimal-comma-assumed': ['record'],
  'comma-ambiguous': ['text'],
  'peaks-unsorted': ['record'],
  'peaks-same-mz': ['record', 'count', 'mz'],
  'scan-unsorted': ['record'],
  'peak-count-differs': ['record', 'stated', 'found'],
  'peak-count-missing': ['record'],
  'peak-count-unreadable': ['record', 'text'],
  'record-without-peaks': ['record'],
  'record-without-name': ['record'],
  'record-too-many-peaks': ['record', 'limit'],
  'record-too-many-fields': ['record', 'limit'],
  'record-too-large': ['record', 'limit'],
  'field-not-a-number': ['record', 'field', 'text'],
  'field-repeated': ['record', 'field'],
  'ionisation-conflict': ['record', 'stated'],
  'ms-level-assumed': ['record', 'level'],
  'data-type-missing': ['record'],
  'data-form-unsupported': ['record', 'form'],
  'factor-unreadable': ['record', 'field', 'text'],
  'end-missing': ['record'],
  'link-fields-cut': ['record', 'limit'],
  'block-count-differs': ['record', 'stated', 'found'],
  'value-differs': ['record', 'field', 'stated', 'found'],
  'value-assumed': ['record', 'field', 'value'],
  'value-unreadable': ['record', 'field', 'text'],
  'part-unused': ['record', 'part'],
  'part-damaged': ['record', 'part'],
  'x-check-failed': ['record', 'count', 'stated', 'found'],
  'y-check-failed': ['record', 'count', 'stated', 'found'],
  'y-check-missing': ['record'],
  'points-missing': ['record', 'count'],
  'points-not-finite': ['record', 'count'],
  'unit-unknown': ['record', 'text'],
  'unit-mixed': ['record', 'from', 'to'],
  'date-ambiguous': ['record', 'text'],
  'axes-not-stated': ['record'],
  'number-ambiguous': ['record', 'text', 'value'],
  'places-turn-back': ['record', 'count', 'x'],
  'rows-without-place': ['record', 'count'],
} as const satisfies Record<string, readonly string[]>;

/** Every reason to refuse a file or the rest of it, with its parameters (`file`, and `line` or `byte` where known, are added to all). */
export const refusalCodes = {
  'file-empty': [],
  'file-binary': [],
  'format-unknown': [],
  'format-unsupported': ['format'],
  'line-too-long': ['limit'],
  'record-truncated': ['record', 'stated', 'found'],
  'block-truncated': ['record'],
  'nesting-too-deep': ['limit'],
  'no-mass-spectrum': [],
  'no-measurement': [],
  'file-truncated': ['part'],
  'structure-damaged': ['part'],
  'variant-unsupported': ['variant'],
  'too-many-points': ['limit'],
  'xml-not-wellformed': ['text'],
  'xml-doctype': [],
  'archive-bomb': ['limit'],
} as const satisfies Record<string, readonly string[]>;

export type WarningCode = keyof typeof warningCodes;
export type RefusalCode = keyof typeof refusalCodes;

/** The parameters a code must come with: exactly those listed. */
export type WarningParams<C extends WarningCode> = Readonly<Record<(typeof warningCodes)[C][number], string | number>>;
export type RefusalParams<C extends RefusalCode> = Readonly<Record<(typeof refusalCodes)[C][number], string | number>>;

/** A warning as an event; its place is also among its parameters, so that a sentence can name it. */
export function warningEvent<C extends WarningCode>(code: C, at: Place, params: WarningParams<C>): ReadEvent {
  return { type: 'warning', warning: { code, at, params: { ...placed(at), ...params } } };
}

/** A refusal of `file`; its place and the file's name are also among its parameters. */
export function refusal<C extends RefusalCode>(code: C, file: string, at: Place, params: RefusalParams<C>): Refusal {
  return { code, at, params: { ...placed(at), file, ...params } };
}

function placed(at: Place): Record<string, number> {
  return { ...(at.line === undefined ? {} : { line: at.line }), ...(at.byte === undefined ? {} : { byte: at.byte }) };
}
