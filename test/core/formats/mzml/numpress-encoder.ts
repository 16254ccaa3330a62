/** MS-Numpress after its paper (Teleman et al. 2014), written for tests from the description alone. */

/** Half-bytes, packed two to a byte, the first in the upper half; an odd one is filled up with 0. */
function packed(halves: readonly number[]): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < halves.length; i += 2) bytes.push(((halves[i] as number) << 4) | (halves[i + 1] ?? 0));
  return bytes;
}

/** One integer: how many leading half-bytes are left out (zeros, or ones plus 8), then the others, least significant first. */
function halvesOf(integer: number): number[] {
  const digits = Array.from({ length: 8 }, (_, i) => (integer >>> (4 * i)) & 15);
  const lead = digits[7] === 15 ? 15 : 0;
  let omitted = 0;
  while (omitted < (lead === 15 ? 7 : 8) && digits[7 - omitted] === lead) omitted++;
  return [lead === 15 && omitted > 0 ? omitted + 8 : omitted, ...digits.slice(0, 8 - omitted)];
}

function scaleBytes(scale: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, scale);
  return [...new Uint8Array(view.buffer)];
}

const fourBytes = (integer: number) => [0, 8, 16, 24].map((shift) => (integer >>> shift) & 255);

export function encodePic(values: readonly number[]): Uint8Array {
  return Uint8Array.from(packed(values.flatMap((value) => halvesOf(Math.round(value)))));
}

export function encodeLinear(values: readonly number[], scale: number): Uint8Array {
  const integers = values.map((value) => Math.round(value * scale));
  const residues = integers.slice(2).map((value, i) => value - (2 * (integers[i + 1] as number) - (integers[i] as number)));
  return Uint8Array.from([...scaleBytes(scale), ...integers.slice(0, 2).flatMap(fourBytes), ...packed(residues.flatMap(halvesOf))]);
}

export function encodeSlof(values: readonly number[], scale: number): Uint8Array {
  const integers = values.map((value) => Math.round(Math.log(value + 1) * scale));
  return Uint8Array.from([...scaleBytes(scale), ...integers.flatMap((integer) => [integer & 255, integer >> 8])]);
}
