/** A buffer that several threads may read at once, where the platform has one. */
function buffer(bytes: number): ArrayBufferLike {
  return typeof SharedArrayBuffer === 'undefined' ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

export const sharedUint8 = (length: number): Uint8Array => new Uint8Array(buffer(length));
export const sharedUint16 = (length: number): Uint16Array => new Uint16Array(buffer(2 * length));
export const sharedUint32 = (length: number): Uint32Array => new Uint32Array(buffer(4 * length));
export const sharedFloat64 = (length: number): Float64Array => new Float64Array(buffer(8 * length));
