/** A variable to write: numbers or texts, over named dimensions; the first may be the record dimension. */
export interface WrittenVariable {
  readonly name: string;
  readonly type: 'char' | 'short' | 'int' | 'float' | 'double';
  readonly dimensions: readonly string[];
  readonly values: readonly number[] | readonly string[];
  readonly attributes?: Readonly<Record<string, string | number>>;
}

export interface WrittenFile {
  readonly version?: 1 | 2 | 5;
  /** Lengths by name; `null` is the record dimension. */
  readonly dimensions: Readonly<Record<string, number | null>>;
  readonly records?: number;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly variables: readonly WrittenVariable[];
}

const NUMBERS = { char: 2, short: 3, int: 4, float: 5, double: 6 } as const;
const SIZES = { char: 1, short: 2, int: 4, float: 4, double: 8 } as const;

/** Writes netCDF classic, as Unidata describes it: big-endian, padded to four bytes, records interleaved. */
export function encodeNetcdf(file: WrittenFile): Uint8Array<ArrayBuffer> {
  const version = file.version ?? 1;
  const names = Object.keys(file.dimensions);
  const draft = header(
    file,
    version,
    names,
    file.variables.map(() => 0),
  );
  const isOfRecords = (variable: WrittenVariable): boolean => file.dimensions[variable.dimensions[0] ?? ''] === null;
  const bodies = file.variables.map((variable) => body(variable, file));
  const begins: number[] = [];
  let at = draft.length;
  file.variables.forEach((variable, i) => {
    if (isOfRecords(variable)) return;
    begins[i] = at;
    at += padded(bodies[i] as number[]).length;
  });
  const records = file.records ?? 0;
  const ofRecords = file.variables.map((_, i) => i).filter((i) => isOfRecords(file.variables[i] as WrittenVariable));
  const sizes = ofRecords.map((i) => (bodies[i] as number[]).length / Math.max(1, records));
  const steps = ofRecords.length === 1 ? sizes : sizes.map((size) => size + ((4 - (size % 4)) % 4));
  ofRecords.forEach((i, rank) => {
    begins[i] = at + steps.slice(0, rank).reduce((sum, step) => sum + step, 0);
  });
  const out = [...header(file, version, names, begins)];
  file.variables.forEach((variable, i) => {
    if (!isOfRecords(variable)) out.push(...padded(bodies[i] as number[]));
  });
  for (let record = 0; record < records; record++) {
    ofRecords.forEach((i, rank) => {
      const size = sizes[rank] as number;
      const part = (bodies[i] as number[]).slice(record * size, (record + 1) * size);
      while (part.length < (steps[rank] as number)) part.push(0);
      out.push(...part);
    });
  }
  return new Uint8Array(out);
}

function header(file: WrittenFile, version: number, names: readonly string[], begins: readonly number[]): number[] {
  const out = [0x43, 0x44, 0x46, version, ...uint32(file.records ?? 0)];
  out.push(...uint32(names.length === 0 ? 0 : 10), ...uint32(names.length));
  for (const name of names) out.push(...text(name), ...uint32(file.dimensions[name] ?? 0));
  out.push(...attributes(file.attributes ?? {}));
  out.push(...uint32(file.variables.length === 0 ? 0 : 11), ...uint32(file.variables.length));
  file.variables.forEach((variable, i) => {
    out.push(...text(variable.name), ...uint32(variable.dimensions.length));
    for (const dimension of variable.dimensions) out.push(...uint32(names.indexOf(dimension)));
    out.push(...attributes(variable.attributes ?? {}), ...uint32(NUMBERS[variable.type]), ...uint32(0));
    if (version === 2) out.push(0, 0, 0, 0);
    out.push(...uint32(begins[i] as number));
  });
  return out;
}

function attributes(values: Readonly<Record<string, string | number>>): number[] {
  const entries = Object.entries(values);
  const out = [...uint32(entries.length === 0 ? 0 : 12), ...uint32(entries.length)];
  for (const [name, value] of entries) {
    out.push(...text(name));
    if (typeof value === 'string') out.push(...uint32(2), ...text(value));
    else out.push(...uint32(6), ...uint32(1), ...numbers([value], 'double'));
  }
  return out;
}

function body(variable: WrittenVariable, file: WrittenFile): number[] {
  if (variable.type !== 'char') return numbers(variable.values as readonly number[], variable.type);
  const width = file.dimensions[variable.dimensions.at(-1) ?? ''] ?? 0;
  return (variable.values as readonly string[]).flatMap((value) => [...new TextEncoder().encode(value.padEnd(width, '\0'))]);
}

function numbers(values: readonly number[], type: WrittenVariable['type']): number[] {
  const size = SIZES[type];
  const view = new DataView(new ArrayBuffer(values.length * size));
  values.forEach((value, i) => {
    if (type === 'short') view.setInt16(i * size, value);
    else if (type === 'int') view.setInt32(i * size, value);
    else if (type === 'float') view.setFloat32(i * size, value);
    else view.setFloat64(i * size, value);
  });
  return [...new Uint8Array(view.buffer)];
}

function uint32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function text(value: string): number[] {
  const bytes = [...new TextEncoder().encode(value)];
  return [...uint32(bytes.length), ...padded(bytes)];
}

function padded(bytes: readonly number[]): number[] {
  return [...bytes, ...new Array<number>((4 - (bytes.length % 4)) % 4).fill(0)];
}
