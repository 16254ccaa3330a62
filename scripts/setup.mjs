// `npm run setup`: set-up alone.
import { runScript } from './setup/run.mjs';

await runScript(() => Promise.resolve(0));
