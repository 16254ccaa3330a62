import type { BinaryFile } from '../../binary/binary-file';
import { type AttributeValue, decodeText, type NetcdfVariable, valueAt } from './header';

const WINDOW = 262_144;
/** The value the library writes where none was given (NC_FILL_*), and -9999, the convention's own (ASTM E1947 and E2077). */
const FILL: Readonly<Record<NetcdfVariable['type'], number>> = {
  byte: -127,
  char: 0,
  short: -32_767,
  int: -2_147_483_647,
  float: 9.969209968386869e36,
  double: 9.969209968386869e36,
};
const MISSING = -9999;

/** The numbers of a variable, read in windows as they are asked for, mostly in order. */
export class NumberColumn {
  readonly #file: BinaryFile;
  readonly #variable: NetcdfVariable;
  #window = new DataView(new ArrayBuffer(0));
  #first = 0;
  #held = 0;
  readonly length: number;
  readonly scale: number;
  readonly offset: number;

  /** @throws Refused `structure-damaged` for a variable of text or of more than one value a step */
  constructor(file: BinaryFile, variable: NetcdfVariable) {
    if (variable.type === 'char' || variable.width !== 1) file.refuse('structure-damaged', variable.begin, { part: variable.name });
    this.#file = file;
    this.#variable = variable;
    this.length = variable.length;
    this.scale = factor(variable.attributes.get('scale_factor'), 1);
    this.offset = factor(variable.attributes.get('add_offset'), 0);
  }

  /** Place of a value in the file. */
  place(index: number): number {
    return this.#variable.begin + index * this.#variable.stride;
  }

  /** Raw values from `index` on, without the variable's factors. @throws Refused `file-truncated` */
  read(index: number, into: Float64Array): void {
    const { type, stride } = this.#variable;
    for (let done = 0; done < into.length; ) {
      this.#hold(index + done);
      const start = index + done - this.#first;
      const count = Math.min(into.length - done, this.#held - start);
      fill(this.#window, start * stride, stride, type, into.subarray(done, done + count));
      done += count;
    }
  }

  /** One value with the variable's factors; NaN where the file marks it as missing. */
  value(index: number): number {
    this.#hold(index);
    const { type, stride } = this.#variable;
    const raw = valueAt(this.#window, (index - this.#first) * stride, type);
    return this.isMissing(raw) ? Number.NaN : raw * this.scale + this.offset;
  }

  isFill(raw: number): boolean {
    return raw === FILL[this.#variable.type];
  }

  isMissing(raw: number): boolean {
    return raw === MISSING || this.isFill(raw);
  }

  #hold(index: number): void {
    if (index >= this.#first && index < this.#first + this.#held) return;
    const { stride, typeSize, name } = this.#variable;
    const steps = Math.max(1, Math.floor(WINDOW / stride));
    const left = Math.floor((this.#file.size - this.place(index) - typeSize) / stride) + 1;
    const count = Math.max(1, Math.min(steps, this.length - index, left));
    this.#window = this.#file.view(this.place(index), (count - 1) * stride + typeSize, name);
    this.#first = index;
    this.#held = count;
  }
}

/** One loop for each type: this is where the time of a long run goes. */
function fill(view: DataView, at: number, stride: number, type: NetcdfVariable['type'], into: Float64Array): void {
  if (type === 'float') for (let i = 0; i < into.length; i++) into[i] = view.getFloat32(at + i * stride);
  else if (type === 'double') for (let i = 0; i < into.length; i++) into[i] = view.getFloat64(at + i * stride);
  else if (type === 'int') for (let i = 0; i < into.length; i++) into[i] = view.getInt32(at + i * stride);
  else for (let i = 0; i < into.length; i++) into[i] = valueAt(view, at + i * stride, type);
}

function factor(value: AttributeValue, without: number): number {
  const number = typeof value === 'object' ? value[0] : undefined;
  return number === undefined || !Number.isFinite(number) || (without === 1 && number === 0) ? without : number;
}

/** Longest text of one step that is read, bytes. */
const TEXT_BYTES = 4096;

/** The text of one step of a variable of characters; '' when there is none. @throws Refused `file-truncated` */
export function textAt(file: BinaryFile, variable: NetcdfVariable | undefined, step: number): string {
  if (variable?.type !== 'char' || step >= variable.length) return '';
  const whole = variable.dimensions.length < 2;
  const length = Math.min(TEXT_BYTES, whole ? variable.length : variable.width);
  return decodeText(file.bytes(variable.begin + step * variable.stride, length, variable.name));
}
