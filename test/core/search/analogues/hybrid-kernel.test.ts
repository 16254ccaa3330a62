import { expect, it } from 'vitest';
import { assembled } from '../../../../scripts/kernels/assemble.mjs';
import { HYBRID_KERNEL } from '../../../../src/core/search/analogues/index/hybrid-kernel-bytes';

it('has the kernel as it is written', async () => {
  expect(Buffer.from(await assembled('src/core/search/analogues/index/hybrid-kernel.wat')).toString('hex')).toBe(HYBRID_KERNEL);
});
