import { describe, expect, it } from 'vitest';
import { assembled } from '../../../../scripts/kernels/assemble.mjs';
import { TILE_KERNEL } from '../../../../src/core/search/index/tile-kernel-bytes';

describe('the kernel of the EI index', () => {
  it('is what its text says (else: npm run kernels)', async () => {
    expect(TILE_KERNEL).toBe(Buffer.from(await assembled('src/core/search/index/tile-kernel.wat')).toString('hex'));
  });
});
