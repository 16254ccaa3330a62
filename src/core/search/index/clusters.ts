import { INTENSITY_BITS, INTENSITY_MASK } from './packed-peaks';

/** How many of its strongest peaks stand for a spectrum while groups are formed, and how many of them two spectra of a group share. */
const SKETCH = 8;
const SHARED = 7;
/** Spectra in a group at most: the larger, the fewer groups, and the looser what is known of each. */
const GROUP_SIZE = 8;
/** How many groups that share two of the three strongest peaks are looked at. */
const LONGEST_WALK = 24;

export interface Clusters {
  /** How many groups there are. */
  readonly groups: number;
  /** For each spectrum its group. */
  readonly groupOf: Uint32Array;
}

/**
 * Puts like spectra of a block into groups, so that one bound can rule several out: a spectrum joins the first group with room whose first
 * spectrum shares most of its strongest peaks (by m·I), or begins its own. Which group a spectrum falls in changes no result, only speed.
 */
export function clusterSpectra(count: number, starts: Uint32Array, tokens: Uint16Array): Clusters {
  const groupOf = new Uint32Array(count);
  const leaders = new Uint16Array(SKETCH * count);
  const sizes = new Uint8Array(count);
  const tableBits = Math.max(10, Math.ceil(Math.log2(3 * count + 1)));
  // Chains of groups under a pair of m/z: entry 3·group + i is the group's i-th pair.
  const heads = new Int32Array(1 << tableBits).fill(-1);
  const next = new Int32Array(3 * count);
  const sketch = new Uint16Array(SKETCH);
  const weight = new Float64Array(SKETCH);
  const slotsOf = new Int32Array(3);
  let groups = 0;
  for (let s = 0; s < count; s++) {
    strongest(tokens, starts[s]!, starts[s + 1]!, sketch, weight);
    const [first, second, third] = [sketch[0]!, sketch[1]!, sketch[2]!];
    slotsOf[0] = pairSlot(first, second, tableBits);
    slotsOf[1] = pairSlot(first, third, tableBits);
    slotsOf[2] = pairSlot(second, third, tableBits);
    sketch.sort();
    let joined = -1;
    for (let pair = 0; pair < 3 && joined < 0; pair++) {
      let entry = heads[slotsOf[pair]!]!;
      for (let walked = 0; entry >= 0 && walked < LONGEST_WALK; walked++) {
        const group = Math.floor(entry / 3);
        if (sizes[group]! < GROUP_SIZE && shared(sketch, leaders, SKETCH * group)) {
          joined = group;
          break;
        }
        entry = next[entry]!;
      }
    }
    if (joined < 0) {
      joined = groups++;
      leaders.set(sketch, SKETCH * joined);
      for (let pair = 0; pair < 3; pair++) {
        const entry = 3 * joined + pair;
        next[entry] = heads[slotsOf[pair]!]!;
        heads[slotsOf[pair]!] = entry;
      }
    }
    sizes[joined]!++;
    groupOf[s] = joined;
  }
  return { groups, groupOf };
}

/** The m/z of the strongest peaks, strongest first, 0 where there are fewer. */
function strongest(tokens: Uint16Array, from: number, to: number, sketch: Uint16Array, weight: Float64Array): void {
  sketch.fill(0);
  weight.fill(0);
  let m = 0;
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    m += token >> INTENSITY_BITS;
    const own = m * (token & INTENSITY_MASK);
    if (own <= weight[SKETCH - 1]!) continue;
    let place = SKETCH - 1;
    for (; place > 0 && weight[place - 1]! < own; place--) {
      weight[place] = weight[place - 1]!;
      sketch[place] = sketch[place - 1]!;
    }
    weight[place] = own;
    sketch[place] = m;
  }
}

function pairSlot(a: number, b: number, tableBits: number): number {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  return Math.imul((low << 16) ^ high, 0x9e3779b1) >>> (32 - tableBits);
}

/** Whether two ascending sketches share enough m/z; missing peaks (0) count as shared. */
function shared(sketch: Uint16Array, leaders: Uint16Array, offset: number): boolean {
  let i = 0;
  let j = 0;
  let same = 0;
  while (i < SKETCH && j < SKETCH) {
    const a = sketch[i]!;
    const b = leaders[offset + j]!;
    if (a === b) same++;
    if (a <= b) i++;
    if (b <= a) j++;
  }
  return same >= SHARED;
}
