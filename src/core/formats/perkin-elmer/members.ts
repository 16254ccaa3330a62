import type { BinaryFile } from '../binary/binary-file';

/**
 * A member of a data set: an id that means something within its container only, a type, and bytes. Members hold containers, containers members.
 */
export interface Member {
  /** Id of the container it is in (120 data set, 121 step of its history, 122 first step, 123 instrument, 124 measurement), 0 outside all. */
  readonly container: number;
  /** Whether it is part of the first step of the history: the measurement itself. */
  readonly measured: boolean;
  readonly id: number;
  /** Type of the value; 0 when it has none. */
  readonly type: number;
  /** Of the value, behind its type. */
  readonly at: number;
  readonly length: number;
}

const HEADING = 6;
const isContainer = (id: number): boolean => id >= 120 && id <= 127;
const FIRST_STEP = 122;
const DEEPEST = 32;

/**
 * The members between two places of a file, those inside containers included, in file order. `whole` of the last call is false when something
 * inside claims more bytes than what it is in.
 */
export class MemberWalk {
  readonly #file: BinaryFile;
  whole = true;

  constructor(file: BinaryFile) {
    this.#file = file;
  }

  *members(start: number, end: number, container = 0, measured = false, depth = 0): Generator<Member> {
    for (let at = start; at < end; ) {
      if (end - at < HEADING) return this.#broken();
      const view = this.#file.view(at, HEADING, 'member');
      const id = view.getUint16(0, true);
      const length = view.getUint32(2, true);
      const from = at + HEADING;
      const until = Math.min(from + length, end, this.#file.size);
      if (isContainer(id)) {
        if (depth >= DEEPEST) return this.#broken();
        yield* this.members(from, until, id, measured || id === FIRST_STEP, depth + 1);
      } else yield* this.#value(id, from, until, container, measured, depth);
      if (from + length > end || from + length > this.#file.size) return this.#broken();
      at = from + length;
    }
  }

  /** A member's bytes are a container, or a type and a value. */
  *#value(id: number, from: number, until: number, container: number, measured: boolean, depth: number): Generator<Member> {
    const type = until - from >= 2 ? this.#file.view(from, 2, 'member').getUint16(0, true) : 0;
    if (isContainer(type) && until - from >= HEADING && depth < DEEPEST) yield* this.members(from, until, container, measured, depth + 1);
    else yield { container, measured, id, type, at: Math.min(from + 2, until), length: Math.max(0, until - from - 2) };
  }

  #broken(): void {
    this.whole = false;
  }
}
