/** One library record, its place in the index, and the number it is ranked by. */
export interface ScoredRecord {
  readonly key: number;
  readonly position: number;
  readonly score: number;
}

/** The best `capacity` records seen so far: higher score first, of equal scores the lower record key. A binary heap, worst on top. */
export class TopHits {
  readonly #capacity: number;
  readonly #heap: ScoredRecord[] = [];

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** The score below which nothing enters any more; −Infinity while there is room. A record with just this score may still enter. */
  get threshold(): number {
    return this.#heap.length < this.#capacity ? Number.NEGATIVE_INFINITY : (this.#heap[0]?.score ?? Number.POSITIVE_INFINITY);
  }

  offer(hit: ScoredRecord): void {
    if (this.#heap.length < this.#capacity) {
      this.#heap.push(hit);
      this.#rise(this.#heap.length - 1);
    } else if (this.#capacity > 0 && isBetter(hit, this.#heap[0]!)) {
      this.#heap[0] = hit;
      this.#sink();
    }
  }

  /** Best first. */
  ranked(): readonly ScoredRecord[] {
    return this.#heap.toSorted((a, b) => b.score - a.score || a.key - b.key);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let child = from; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!isBetter(heap[parent]!, heap[child]!)) return;
      [heap[parent], heap[child]] = [heap[child]!, heap[parent]!];
      child = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let parent = 0; ; ) {
      const left = 2 * parent + 1;
      const right = left + 1;
      if (left >= heap.length) return;
      const worse = right < heap.length && isBetter(heap[left]!, heap[right]!) ? right : left;
      if (!isBetter(heap[parent]!, heap[worse]!)) return;
      [heap[parent], heap[worse]] = [heap[worse]!, heap[parent]!];
      parent = worse;
    }
  }
}

function isBetter(a: ScoredRecord, b: ScoredRecord): boolean {
  return a.score > b.score || (a.score === b.score && a.key < b.key);
}
