import type { TandemBlock } from './tandem-block';

/** Steps of the histogram by which a bound is found that a few reach. */
const STEPS = 512;

/** Records that their bounds do not rule out, waiting to be scored. */
export class Candidates {
  readonly blocks: TandemBlock[] = [];
  readonly slots: number[] = [];
  readonly bounds: number[] = [];
  count = 0;

  add(block: TandemBlock, slot: number, bound: number): void {
    this.blocks[this.count] = block;
    this.slots[this.count] = slot;
    this.bounds[this.count++] = bound;
  }

  /** A bound that at least `wanted` of the first `count` reach, and not many more; 0 where there are hardly more. */
  boundOf(wanted: number, count: number): number {
    if (count <= 2 * wanted) return 0;
    const bins = new Uint32Array(STEPS + 1);
    for (let k = 0; k < count; k++) bins[Math.min(STEPS, Math.floor(this.bounds[k]! * STEPS))]!++;
    let bin = STEPS;
    for (let seen = bins[bin]!; seen < wanted && bin > 0; ) seen += bins[--bin]!;
    return bin / STEPS;
  }

  /** The places with `least` ≤ bound < `below`, highest bound first. */
  between(least: number, below: number, count: number): readonly number[] {
    const places: number[] = [];
    for (let k = 0; k < count; k++) if (this.bounds[k]! >= least && this.bounds[k]! < below) places.push(k);
    return places.sort((a, b) => this.bounds[b]! - this.bounds[a]! || a - b);
  }
}
