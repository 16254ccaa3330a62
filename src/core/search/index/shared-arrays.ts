/** A buffer that several threads may read at once, where the platform has one. */
function buffer(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

/** What memories are measured in. */
export const PAGE = 65_536;

/**
 * Memory of a fixed size that threads share, as a kernel takes it: at least so many bytes.
 * @throws RangeError where a process has as many of them as it can
 */
export function sharedMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.max(1, Math.ceil(bytes / PAGE));
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
}

export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(buffer(length));
export const sharedUint16 = (length: number): Uint16Array => new Uint16Array(buffer(2 * length));
export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(buffer(4 * length));
export const sharedFloat64 = (length: number): Float64Array => new Float64Array(buffer(8 * length));
