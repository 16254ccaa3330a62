/** What is wrong with a table, and where: `path` like `artefacts.rows[3].from`. */
export interface TableFault {
  readonly code:
    | 'not-an-object'
    | 'not-a-list'
    | 'not-a-text'
    | 'not-a-flag'
    | 'not-allowed'
    | 'twice'
    | 'unknown-reference'
    | 'rule-missing';
  readonly path: string;
  readonly found: string;
}

/** Reads one JSON value field by field and notes every fault instead of stopping at the first. Never throws. */
export interface FieldReader {
  readonly faults: TableFault[];
  object(value: unknown, path: string): Readonly<Record<string, unknown>>;
  list(value: unknown, path: string): readonly unknown[];
  text(value: unknown, path: string): string;
  flag(value: unknown, path: string): boolean;
  oneOf<T extends string>(value: unknown, allowed: readonly T[], path: string): T;
}

export function fieldReader(): FieldReader {
  const faults: TableFault[] = [];
  const note = (code: TableFault['code'], path: string, value: unknown) => {
    faults.push({ code, path, found: value === undefined ? 'undefined' : JSON.stringify(value).slice(0, 80) });
  };
  return {
    faults,
    object(value, path) {
      if (isRecord(value)) return value;
      note('not-an-object', path, value);
      return {};
    },
    list(value, path) {
      if (Array.isArray(value)) return value;
      note('not-a-list', path, value);
      return [];
    },
    text(value, path) {
      if (typeof value === 'string' && value.trim() !== '') return value;
      note('not-a-text', path, value);
      return '';
    },
    flag(value, path) {
      if (typeof value === 'boolean') return value;
      note('not-a-flag', path, value);
      return false;
    },
    oneOf(value, allowed, path) {
      const found = allowed.find((one) => one === value);
      if (found !== undefined) return found;
      note('not-allowed', path, value);
      const [first] = allowed;
      if (first === undefined) throw new RangeError(`no value is allowed at ${path}`);
      return first;
    },
  };
}

/** A plain object, not an array or null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
