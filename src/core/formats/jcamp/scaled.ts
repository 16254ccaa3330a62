/** Powers of ten a double holds exactly. */
const TENS: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Multiplies values by a factor of the file, in place. A factor such as 0.001 is no exact double: dividing by 1000 instead gives the double nearest to the decimal
 * that the file means (123 × 0.001 is 0.123).
 */
export function scaled(values: Float64Array, factor: number): Float64Array {
  if (factor === 1) return values;
  const divisor = TENS.find((ten) => 1 / ten === factor);
  if (divisor !== undefined) for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / divisor;
  else for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) * factor;
  return values;
}
