import type { BinaryFile } from '../../binary/binary-file';
import { HeaderCursor } from './cursor';

/** The types of netCDF classic, by their number: bytes of one value. */
const TYPE_SIZES = [0, 1, 1, 2, 4, 4, 8] as const;
export const TYPES = ['', 'byte', 'char', 'short', 'int', 'float', 'double'] as const;
export type NetcdfType = 'byte' | 'char' | 'short' | 'int' | 'float' | 'double';

/** Text (type char) or numbers; `undefined` where it is too long to be read. */
export type AttributeValue = string | readonly number[] | undefined;

export interface NetcdfVariable {
  readonly name: string;
  readonly type: NetcdfType;
  /** Bytes of one value. */
  readonly typeSize: number;
  /** Names of its dimensions, slowest first. */
  readonly dimensions: readonly string[];
  /** Values along the first dimension (1 for a scalar); for a variable of records the number of records. */
  readonly length: number;
  /** Values for each step of the first dimension. */
  readonly width: number;
  /** Bytes from one step of the first dimension to the next. */
  readonly stride: number;
  /** Place of the first value. */
  readonly begin: number;
  readonly attributes: ReadonlyMap<string, AttributeValue>;
}

export interface Netcdf {
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly variables: ReadonlyMap<string, NetcdfVariable>;
  /** Where the header ends. */
  readonly end: number;
}

const DIMENSIONS = 10;
const VARIABLES = 11;
const ATTRIBUTES = 12;
/** NC_MAX_DIMS, NC_MAX_VARS, NC_MAX_ATTRS of the library. */
const MOST = { dimensions: 1024, variables: 8192, attributes: 8192 };
/** Longest attribute read, bytes; the convention's are titles and comments. */
const ATTRIBUTE_BYTES = 65_536;
const STREAMING = 0xffffffff;

interface Dimension {
  readonly name: string;
  readonly length: number;
}

interface Declared {
  readonly name: string;
  readonly type: NetcdfType;
  readonly typeSize: number;
  readonly dimensions: readonly Dimension[];
  readonly attributes: ReadonlyMap<string, AttributeValue>;
  readonly begin: number;
}

/**
 * Reads the header of a netCDF classic file (CDF-1 or CDF-2). No length in it is believed: whether a variable's values lie inside the file is checked
 * when they are read.
 * @throws Refused `variant-unsupported` for CDF-5, `file-truncated`, `structure-damaged`
 * Source: NetCDF Classic and 64-bit Offset File Formats (Unidata).
 */
export function readHeader(file: BinaryFile): Netcdf {
  const version = file.bytes(0, 4, 'header')[3] as number;
  if (version !== 1 && version !== 2) file.refuse('variant-unsupported', 3, { variant: `netCDF CDF-${version}` });
  const cursor = new HeaderCursor(file, 4);
  const records = cursor.uint32();
  const dimensions = readDimensions(cursor);
  const attributes = readAttributes(cursor);
  const declared = readList(cursor, VARIABLES, MOST.variables, () => readVariable(cursor, dimensions, version));
  return { attributes, variables: laidOut(file, declared, records), end: cursor.at };
}

function readDimensions(cursor: HeaderCursor): readonly Dimension[] {
  return readList(cursor, DIMENSIONS, MOST.dimensions, () => ({ name: cursor.name(), length: cursor.uint32() }));
}

function readAttributes(cursor: HeaderCursor): ReadonlyMap<string, AttributeValue> {
  return new Map(readList(cursor, ATTRIBUTES, MOST.attributes, () => [cursor.name(), readAttribute(cursor)] as const));
}

/** A list: its tag and count, or two zeros for none. */
function readList<T>(cursor: HeaderCursor, tag: number, most: number, item: () => T): readonly T[] {
  const found = cursor.uint32();
  const count = cursor.uint32();
  if (found === 0 && count === 0) return [];
  if (found !== tag || count > most) cursor.damaged();
  return Array.from({ length: count }, item);
}

function readAttribute(cursor: HeaderCursor): AttributeValue {
  const type = readType(cursor);
  const length = cursor.uint32() * type.size;
  if (length > ATTRIBUTE_BYTES) {
    cursor.skip(length);
    return undefined;
  }
  const bytes = cursor.bytes(length);
  if (type.name === 'char') return decodeText(bytes);
  const view = new DataView(bytes.buffer);
  return Array.from({ length: length / type.size }, (_, i) => valueAt(view, i * type.size, type.name));
}

function readType(cursor: HeaderCursor): { readonly name: NetcdfType; readonly size: number } {
  const type = cursor.uint32();
  if (type < 1 || type > 6) cursor.damaged();
  return { name: TYPES[type] as NetcdfType, size: TYPE_SIZES[type] as number };
}

function readVariable(cursor: HeaderCursor, all: readonly Dimension[], version: number): Declared {
  const name = cursor.name();
  const count = cursor.uint32();
  if (count > MOST.dimensions) cursor.damaged();
  const dimensions = Array.from({ length: count }, () => all[cursor.uint32()] ?? cursor.damaged());
  const attributes = readAttributes(cursor);
  const type = readType(cursor);
  // the stated size of the variable follows; it is 2^32 - 1 for big ones and is computed instead
  cursor.uint32();
  const begin = version === 1 ? cursor.uint32() : cursor.uint64();
  return { name, type: type.name, typeSize: type.size, dimensions, attributes, begin };
}

function laidOut(file: BinaryFile, declared: readonly Declared[], stated: number): ReadonlyMap<string, NetcdfVariable> {
  const ofRecords = declared.filter(isOfRecords);
  const sizes = ofRecords.map((variable) => width(variable) * variable.typeSize);
  // one variable of records alone is stored without padding
  const recordSize = sizes.length === 1 ? (sizes[0] as number) : sizes.reduce((sum, size) => sum + size + ((4 - (size % 4)) % 4), 0);
  const first = Math.min(...ofRecords.map(({ begin }) => begin));
  const held = recordSize === 0 ? 0 : Math.max(0, Math.floor((file.size - first) / recordSize));
  const records = stated === STREAMING ? held : stated;
  return new Map(
    declared.map((variable) => {
      const { name, type, typeSize, begin, attributes } = variable;
      const repeated = isOfRecords(variable);
      const length = repeated ? records : (variable.dimensions[0]?.length ?? 1);
      const stride = repeated ? recordSize : width(variable) * typeSize;
      const dimensions = variable.dimensions.map((dimension) => dimension.name);
      return [name, { name, type, typeSize, dimensions, length, width: width(variable), stride, begin, attributes }];
    }),
  );
}

/** The record dimension has length 0 and can only be the first. */
function isOfRecords({ dimensions }: Declared): boolean {
  return dimensions[0]?.length === 0;
}

function width({ dimensions }: Declared): number {
  return dimensions.slice(1).reduce((product, { length }) => product * length, 1);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/** Text up to its first NUL; UTF-8, else Windows-1252. Blanks at its ends say nothing. */
export function decodeText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  const used = end < 0 ? bytes : bytes.subarray(0, end);
  try {
    return utf8.decode(used).trim();
  } catch {
    return windows1252.decode(used).trim();
  }
}

/** One value of a type, big-endian. */
export function valueAt(view: DataView, at: number, type: NetcdfType): number {
  switch (type) {
    case 'byte':
      return view.getInt8(at);
    case 'char':
      return view.getUint8(at);
    case 'short':
      return view.getInt16(at);
    case 'int':
      return view.getInt32(at);
    case 'float':
      return view.getFloat32(at);
    case 'double':
      return view.getFloat64(at);
  }
}
