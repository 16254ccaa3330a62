import { limits } from '../limits';

/** Tells when a reader of many records should let its caller look. */
export class Pace {
  #bytes = 0;
  #records = 0;

  /** To be asked after every record; `bytes` are those consumed so far, in any order. */
  due(bytes: number): boolean {
    this.#records++;
    if (Math.abs(bytes - this.#bytes) < limits.progressBytes && this.#records < limits.progressFindings) return false;
    this.#bytes = bytes;
    this.#records = 0;
    return true;
  }
}
