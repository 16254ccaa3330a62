// better-sqlite3's own prebuilt module needs Node-API 10 and ends the process when an older runtime loads it (Electron 33 is one). Then it is
// compiled from its source for Node-API 9, once per machine, and put where better-sqlite3 looks first. The official Electron needs none of this.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { capture } from './command.mjs';
import { headersOf } from './node.mjs';
import { inCache, inProject } from './places.mjs';
import { SetUpError } from './step.mjs';

const packageFolder = () => inProject('node_modules', 'better-sqlite3');
const inPackage = () => join(packageFolder(), 'build', 'Release', 'better_sqlite3.node');

function inOurCache() {
  const { version } = JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8'));
  return inCache(`better-sqlite3-${version}-${process.platform}-${process.arch}-napi9`, 'better_sqlite3.node');
}

/** @param {import('./electron.mjs').Electron} electron */
export const sqliteIsThere = (electron) => electron.official || existsSync(inPackage());

/**
 * @param {string} runtime an Electron executable
 * @returns {Promise<string | undefined>} what went wrong, or undefined
 */
async function fails(runtime) {
  const query = `const D=require('better-sqlite3');if(new D(':memory:').prepare('select 1').pluck().get()!==1)process.exit(1)`;
  const { code, output } = await capture(runtime, ['-e', query], { cwd: inProject(), env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  return code === 0 ? undefined : output || `ended with code ${code}`;
}

/** @param {string} node */
async function compile(node) {
  const building = inCache(`better-sqlite3-building-${process.pid}`);
  rmSync(building, { recursive: true, force: true });
  cpSync(packageFolder(), building, { recursive: true, filter: (place) => !place.startsWith(join(packageFolder(), 'build')) });
  const headers = headersOf(node);
  const args = [inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js'), 'rebuild', '--release', '--force_build=1', '-j', 'max'];
  const { code, output } = await capture(node, headers === undefined ? args : [...args, `--nodedir=${headers}`], {
    cwd: building,
    env: {
      ...process.env,
      NODE_PATH: inProject('node_modules'),
      PATH: `${dirname(node)}:${process.env.PATH ?? ''}`,
      // SQLite's own choice; gyp's -O3 takes half as long again to compile and comes first on the command line.
      CFLAGS: '-O2',
      CXXFLAGS: '-O2 -UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
    },
  });
  try {
    if (code !== 0)
      throw new SetUpError(
        'better-sqlite3 could not be compiled.',
        'Install a C++ compiler, make and python3 (Debian: `sudo apt-get install build-essential python3`) and run the same command again.',
        output,
      );
    mkdirSync(dirname(inOurCache()), { recursive: true });
    renameSync(join(building, 'build', 'Release', 'better_sqlite3.node'), inOurCache());
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

/** Compiles into the cache, when it is not there yet; returns whether it had to. */
export async function compileSqlite(/** @type {string} */ node) {
  if (existsSync(inOurCache())) return false;
  await compile(node);
  return true;
}

/** Puts the compiled module into node_modules and has the runtime open a database with it. */
export async function installSqlite(/** @type {string} */ runtime) {
  mkdirSync(dirname(inPackage()), { recursive: true });
  const fresh = `${inPackage()}.${process.pid}`;
  copyFileSync(inOurCache(), fresh);
  renameSync(fresh, inPackage());
  const failure = await fails(runtime);
  if (failure !== undefined)
    throw new SetUpError(
      'better-sqlite3 does not load in Electron.',
      `Delete ${dirname(inOurCache())} and run the same command again.`,
      failure,
    );
}

/** The official runtime loads the prebuilt module; says so plainly where it does not. */
export async function checkPrebuiltSqlite(/** @type {string} */ runtime) {
  const failure = await fails(runtime);
  if (failure !== undefined)
    throw new SetUpError(
      'better-sqlite3 does not load in Electron.',
      'Delete the folder node_modules and run the same command again.',
      failure,
    );
}
