/** What an index is made of: plain data with typed arrays, and memories that kernels work on, at its leaves. */
export type Plain = string | number | boolean | null | undefined | Leaf | readonly Plain[] | { readonly [name: string]: Plain };
export type Leaf = TypedNumbers | WebAssembly.Memory;

const KINDS = { Float64Array, Float32Array, Uint32Array, Int32Array, Uint16Array, Int16Array, Uint8Array, Int8Array } as const;
export type KindName = keyof typeof KINDS;
export type TypedNumbers = InstanceType<(typeof KINDS)[KindName]>;

export const isTyped = (value: unknown): value is TypedNumbers => ArrayBuffer.isView(value) && !(value instanceof DataView);

export const isMemory = (value: unknown): value is WebAssembly.Memory => value instanceof WebAssembly.Memory;

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

/** The same data with every leaf replaced. */
export function mapped(state: Plain, replace: (leaf: Leaf) => Plain): Plain {
  if (isTyped(state) || isMemory(state)) return replace(state);
  if (Array.isArray(state)) return state.map((part: Plain) => mapped(part, replace));
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(Object.entries(state).map(([name, part]) => [name, mapped(part, replace)]));
}

/** The same data in memory that threads can share; arrays that are shared already are not copied. */
export function shared<State>(state: State): State {
  const inSharedMemory = mapped(state as Plain, (leaf) => {
    if (isMemory(leaf) || leaf.buffer instanceof SharedArrayBuffer) return leaf;
    const copy = numbersOn(kindOf(leaf), new SharedArrayBuffer(leaf.byteLength), 0, leaf.length);
    copy.set(leaf);
    return copy;
  });
  return inSharedMemory as State;
}

/** Bytes at the leaves. */
export function bytesOf(state: unknown): number {
  let sum = 0;
  mapped(state as Plain, (leaf) => {
    sum += isMemory(leaf) ? leaf.buffer.byteLength : leaf.byteLength;
    return leaf;
  });
  return sum;
}
