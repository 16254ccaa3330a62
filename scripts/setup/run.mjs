import { setUp } from './set-up.mjs';
import { SetUpError } from './step.mjs';

/**
 * Sets up, does the work, ends with its exit code; what could not be had is said in a sentence.
 * @param {(runtime: import('./set-up.mjs').Runtime) => Promise<number>} work
 */
export async function runScript(work) {
  try {
    process.exitCode = await work(await setUp());
  } catch (error) {
    console.error(error instanceof SetUpError ? error.message : error);
    process.exitCode = 1;
  }
}
