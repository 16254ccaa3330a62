import { createHash, timingSafeEqual } from 'node:crypto';

/** Crockford's base32: no I, L, O, U; what is typed for them is read as 1, 1, 0 (https://www.crockford.com/base32.html). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A recovery code of 128 random bits in groups of four, `7ZK3-…`; the last symbol carries three bits.
 *
 * @param random 16 bytes
 */
export function recoveryCode(random: Uint8Array): string {
  let bits = 0;
  let held = 0;
  let symbols = '';
  for (const byte of random) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      symbols += ALPHABET[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) symbols += ALPHABET[(held << (5 - bits)) & 31];
  return symbols.replace(/.{4}(?=.)/g, '$&-');
}

/** 128 random bits need no slow hash: nobody can try them all. */
export function recoveryCodeHash(typed: string): string {
  const symbols = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return createHash('sha256').update(`aliquot recovery code ${symbols}`).digest('hex');
}

export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}
