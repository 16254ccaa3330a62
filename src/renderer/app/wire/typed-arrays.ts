/**
 * Whether a value holds a typed array or buffer anywhere. Only such messages go by structured clone: the default serializer cannot write
 * typed arrays, and structured clone for every message breaks event iterators.
 */
export function containsTypedArray(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return true;
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return parts.some(containsTypedArray);
}
