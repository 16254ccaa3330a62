import fc from 'fast-check';

/** Bytes as instruments give them, more or less: noise, few values, repeats near and far. */
export const packable = fc
  .tuple(fc.uint8Array({ maxLength: 300 }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 255 }))
  .map(([seed, times, mask]) => Uint8Array.from({ length: seed.length * times }, (_, i) => (seed[i % seed.length] as number) & mask));
