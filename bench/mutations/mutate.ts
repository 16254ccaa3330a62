/** Text that upsets readers of lines. */
const encoder = new TextEncoder();
const TEXTS = [
  '\0',
  '\r',
  '\n\n',
  '##TITLE=',
  '##END=\n',
  '##DATA TYPE=LINK\n',
  '##PAGE=T=1\n',
  '##NPOINTS=1e99\n',
  '##XYDATA=(X++(Y..Y))\n',
  '##NTUPLES=\n',
  'Name: ',
  '\nNum Peaks: 999999999\n',
  '\nBEGIN IONS\n',
  '\nPK$NUM_PEAK: 99999999\n',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<spectrum defaultArrayLength="999999999">',
  '<![CDATA[',
  '&#x110000;',
  '</',
  '$$',
  '"',
  '(',
  ';',
  ',',
  '?',
  '%%%%',
  '1e400',
  '-',
  'NaN',
  '\ufeff',
  'é',
  '\ud83d',
].map((text) => encoder.encode(text));

/** Numbers that upset a reader who believes lengths, as bytes in either order. */
const LENGTHS = [0xffffffff, 0x7fffffff, 0x80000000, 0x00ffffff, 0, 1, 0x10000, 0xfffe];

export type Random = (below: number) => number;

/** A generator of whole numbers below `below`, the same for the same seed (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Half of all places are in the first kilobyte, where headers are. */
function place(length: number, random: Random): number {
  return random(2) === 0 ? random(Math.min(length, 1024) + 1) : random(length + 1);
}

/** One to six changes: bytes and bits flipped, ends cut, parts lost, repeated or moved, lengths and texts written over or between. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let mutated = joined(bytes);
  for (let change = 1 + random(6); change > 0; change--) {
    const at = place(mutated.length, random);
    const span = random(2) === 0 ? random(16) : random(mutated.length - at + 1);
    switch (random(8)) {
      case 0:
        mutated = joined(mutated.subarray(0, at));
        break;
      case 1:
        mutated = joined(mutated.subarray(0, at), mutated.subarray(at + span));
        break;
      case 2:
        mutated = joined(mutated.subarray(0, at), mutated.subarray(at, at + span), mutated.subarray(at));
        break;
      case 3:
        mutated = joined(mutated.subarray(0, at), TEXTS[random(TEXTS.length)] as Uint8Array, mutated.subarray(at));
        break;
      case 4:
        if (at < mutated.length) mutated[at] = random(256);
        break;
      case 5:
        if (at < mutated.length) mutated[at] = (mutated[at] as number) ^ (1 << random(8));
        break;
      case 6:
      case 7: {
        const view = new DataView(mutated.buffer);
        const aligned = at & ~3;
        const length = LENGTHS[random(LENGTHS.length)] as number;
        if (aligned + 4 <= mutated.length) view.setUint32(aligned, length, random(2) === 0);
      }
    }
  }
  return mutated;
}
