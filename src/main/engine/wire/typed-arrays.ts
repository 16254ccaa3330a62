/**
 * Whether a message holds a typed array. Such messages cross the port by structured clone; all others by oRPC's own serialiser, which
 * streams need.
 */
export function containsTypedArray(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (ArrayBuffer.isView(value)) return true;
  return (Array.isArray(value) ? value : Object.values(value)).some(containsTypedArray);
}
