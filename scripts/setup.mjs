// `npm run setup`: set-up alone.
import { setUp } from './setup/set-up.mjs';
import { SetUpError } from './setup/step.mjs';

try {
  await setUp();
} catch (error) {
  console.error(error instanceof SetUpError ? error.message : error);
  process.exitCode = 1;
}
