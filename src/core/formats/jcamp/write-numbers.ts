/** Longest number a reader is asked to bear. */
const LONGEST = 38;
/** Largest whole number whose sums and differences with another stay exact. */
const LARGEST_WHOLE = 2 ** 51;
const MOST_DECIMALS = 15;

/** The shortest decimal that reads back to the same double, without an exponent where that is not absurdly long. */
export function decimal(value: number): string {
  const text = String(value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (parts === null) return text;
  const [, sign = '', lead = '', fraction = '', power = ''] = parts;
  const exponent = Number(power);
  const digits = lead + fraction;
  const plain =
    exponent < 0
      ? `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`
      : `${sign}${digits}${'0'.repeat(Math.max(0, exponent - fraction.length))}`;
  return plain.length <= LONGEST ? plain : text;
}

/** Whole numbers that give the values back exactly when the reader applies the factor; undefined where there are none. */
export interface WholeOrdinates {
  readonly factor: string;
  readonly wholes: Float64Array;
}

/**
 * Finds a factor under which every value is a whole number: a power of ten (values an instrument wrote in decimals), else a power of two (values that come
 * from single precision). NaN stays NaN.
 */
export function wholeOrdinates(values: Float64Array): WholeOrdinates | undefined {
  return decimalWholes(values) ?? binaryWholes(values);
}

function decimalWholes(values: Float64Array): WholeOrdinates | undefined {
  let decimals = 0;
  for (const value of values) {
    while (!isWholeAt(value, decimals)) if (++decimals > MOST_DECIMALS) return undefined;
  }
  const scale = 10 ** decimals;
  const wholes = values.map((value) => Math.round(value * scale));
  const exact = wholes.every((whole, i) => Number.isNaN(whole) || (whole / scale === values[i] && Math.abs(whole) <= LARGEST_WHOLE));
  return exact ? { factor: decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`, wholes } : undefined;
}

function isWholeAt(value: number, decimals: number): boolean {
  return Number.isNaN(value) || Math.round(value * 10 ** decimals) / 10 ** decimals === value;
}

function binaryWholes(values: Float64Array): WholeOrdinates | undefined {
  let exponent = Number.POSITIVE_INFINITY;
  for (const value of values) if (value !== 0 && !Number.isNaN(value)) exponent = Math.min(exponent, lowestBit(value));
  if (!Number.isFinite(exponent) || exponent < -1000) return undefined;
  const factor = 2 ** exponent;
  const wholes = values.map((value) => value / factor);
  return wholes.every((whole) => Number.isNaN(whole) || Math.abs(whole) <= LARGEST_WHOLE) ? { factor: decimal(factor), wholes } : undefined;
}

/** The power of two of the last bit set in a double. */
function lowestBit(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, Math.abs(value));
  const bits = view.getBigUint64(0);
  const raw = Number(bits >> 52n);
  let mantissa = bits & 0xfffffffffffffn;
  if (raw > 0) mantissa |= 0x10000000000000n;
  let shift = 0;
  while ((mantissa & 0xffn) === 0n) {
    mantissa >>= 8n;
    shift += 8;
  }
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    shift++;
  }
  return Math.max(raw, 1) - 1075 + shift;
}
