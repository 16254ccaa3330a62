import { existsSync } from 'node:fs';
import { bundleForNode } from '../test/support/bundle';
import { MASSBANK } from './tandem-library';
import type { measureTandem as Measure } from './tandem-measure';

/** Accurate-mass search as it is built: exactness, speed by library size, memory, building on two threads. */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(MASSBANK)) {
    print(`tandem speed: not run, ${MASSBANK} is not there`);
    return;
  }
  const file = await bundleForNode('bench/tandem-measure.ts');
  const { measureTandem } = (await import(file)) as { measureTandem: typeof Measure };
  await measureTandem(print, file);
}
