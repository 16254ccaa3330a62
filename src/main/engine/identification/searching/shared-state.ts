/** What an index is made of: plain data with typed arrays at its leaves. */
export type Plain = string | number | boolean | null | undefined | TypedNumbers | readonly Plain[] | { readonly [name: string]: Plain };

const KINDS = { Float64Array, Float32Array, Uint32Array, Int32Array, Uint16Array, Int16Array, Uint8Array, Int8Array } as const;
export type KindName = keyof typeof KINDS;
export type TypedNumbers = InstanceType<(typeof KINDS)[KindName]>;

export const isTyped = (value: unknown): value is TypedNumbers => ArrayBuffer.isView(value) && !(value instanceof DataView);

export function kindOf(numbers: TypedNumbers): KindName {
  const found = (Object.keys(KINDS) as KindName[]).find((name) => numbers instanceof KINDS[name]);
  if (found === undefined) throw new TypeError(`${Object.prototype.toString.call(numbers)} is no array of an index`);
  return found;
}

export const isKindName = (name: string): name is KindName => name in KINDS;

/** A view of shared memory. */
export function numbersOn(kind: KindName, memory: SharedArrayBuffer, at: number, length: number): TypedNumbers {
  // The constructors differ in their declared kind of buffer alone.
  const Numbers: new (memory: ArrayBufferLike, at: number, length: number) => TypedNumbers = KINDS[kind];
  return new Numbers(memory, at, length);
}

export const bytesPerElement = (kind: KindName): number => KINDS[kind].BYTES_PER_ELEMENT;

/** The same data with every typed array replaced. */
export function mapped(state: Plain, replace: (numbers: TypedNumbers) => Plain): Plain {
  if (isTyped(state)) return replace(state);
  if (Array.isArray(state)) return state.map((part: Plain) => mapped(part, replace));
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(Object.entries(state).map(([name, part]) => [name, mapped(part, replace)]));
}

/** The same data in memory that threads can share; arrays that are shared already are not copied. */
export function shared<State>(state: State): State {
  const inSharedMemory = mapped(state as Plain, (numbers) => {
    if (numbers.buffer instanceof SharedArrayBuffer) return numbers;
    const copy = numbersOn(kindOf(numbers), new SharedArrayBuffer(numbers.byteLength), 0, numbers.length);
    copy.set(numbers);
    return copy;
  });
  return inSharedMemory as State;
}

/** Bytes in typed arrays. */
export function bytesOf(state: unknown): number {
  let sum = 0;
  mapped(state as Plain, (numbers) => {
    sum += numbers.byteLength;
    return numbers;
  });
  return sum;
}
