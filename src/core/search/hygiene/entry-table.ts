export interface EntryRow {
  readonly key: number;
  /** Two numbers of 32 bits; both 0 where there is none. */
  readonly fingerprint: readonly [number, number];
  readonly points: number;
  /** Texts that are remembered as hashes; '' where there is none. */
  readonly compound: string;
  readonly skeleton: string;
  readonly cas: string;
  readonly name: string;
  readonly formula: string;
}

const COLUMNS = ['print1', 'print2', 'points', 'compound1', 'compound2', 'skeleton', 'cas', 'name', 'formula'] as const;
type Column = (typeof COLUMNS)[number];

/**
 * A growing table of what is remembered of library entries, in typed arrays. Groups are found by 64 bits of hash: two of a million
 * different entries fall together with a probability of about 3·10⁻⁸. Single texts are held as 32 bits and compared within a group only.
 */
export class EntryTable {
  #keys = new Float64Array(1024);
  #columns = columnsOf(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get bytes(): number {
    return this.#keys.byteLength + COLUMNS.reduce((sum, column) => sum + this.#columns[column].byteLength, 0);
  }

  append(row: EntryRow): void {
    if (this.#size === this.#keys.length) this.#grow();
    const at = this.#size++;
    this.#keys[at] = row.key;
    const columns = this.#columns;
    columns.print1[at] = row.fingerprint[0];
    columns.print2[at] = row.fingerprint[1];
    columns.points[at] = row.points;
    columns.compound1[at] = textHash(row.compound, 0x811c9dc5);
    columns.compound2[at] = textHash(row.compound, 0x2545f491);
    columns.skeleton[at] = textHash(row.skeleton, 0x811c9dc5);
    columns.cas[at] = textHash(row.cas, 0x811c9dc5);
    columns.name[at] = textHash(row.name, 0x811c9dc5);
    columns.formula[at] = textHash(row.formula, 0x811c9dc5);
  }

  key(row: number): number {
    return this.#keys[row]!;
  }

  points(row: number): number {
    return this.#columns.points[row]!;
  }

  formula(row: number): number {
    return this.#columns.formula[row]!;
  }

  /** One compound as far as stereo: skeletons decide, then CAS numbers, then names. */
  sameSkeleton(a: number, b: number): boolean {
    return this.#same(['skeleton', 'cas', 'name'], a, b);
  }

  /** One compound with its stereo: whole InChIKeys decide, then CAS numbers, then names. */
  sameCompound(a: number, b: number): boolean {
    return this.#same(['compound1', 'cas', 'name'], a, b);
  }

  /** Rows that share a hash with at least one other; those without one are left out. Rows ascend within a group. */
  groupsBy(what: 'fingerprint' | 'compound'): readonly (readonly number[])[] {
    const one = this.#columns[what === 'fingerprint' ? 'print1' : 'compound1'];
    const two = this.#columns[what === 'fingerprint' ? 'print2' : 'compound2'];
    const order = new Uint32Array(this.#size).map((_, i) => i).filter((row) => one[row] !== 0 || two[row] !== 0);
    order.sort((a, b) => one[a]! - one[b]! || two[a]! - two[b]! || a - b);
    const groups: (readonly number[])[] = [];
    let from = 0;
    for (let i = 1; i <= order.length; i++) {
      if (i < order.length && one[order[i]!] === one[order[from]!] && two[order[i]!] === two[order[from]!]) continue;
      if (i - from > 1) groups.push(Array.from(order.subarray(from, i)));
      from = i;
    }
    return groups;
  }

  #same(by: readonly Column[], a: number, b: number): boolean {
    const deciding = by.find((column) => this.#columns[column][a] !== 0 && this.#columns[column][b] !== 0);
    return deciding === undefined || this.#columns[deciding][a] === this.#columns[deciding][b];
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    keys.set(this.#keys);
    const columns = columnsOf(keys.length);
    for (const column of COLUMNS) columns[column].set(this.#columns[column]);
    this.#keys = keys;
    this.#columns = columns;
  }
}

function columnsOf(length: number): Record<Column, Uint32Array> {
  const column = () => new Uint32Array(length);
  return {
    print1: column(),
    print2: column(),
    points: column(),
    compound1: column(),
    compound2: column(),
    skeleton: column(),
    cas: column(),
    name: column(),
    formula: column(),
  };
}

/** FNV-1a with a final mixing; 0 only for the empty text. */
function textHash(text: string, start: number): number {
  if (text === '') return 0;
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return hash >>> 0 || 1;
}
