// Starts the packaged application and looks: the window has content, the engine answers, the fuses are as hardened, and it ends when asked to.
// Linux; part of `npm run package`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDisplay } from './setup/display.mjs';
import { inProject } from './setup/places.mjs';

const executable = () => inProject('dist', 'linux-unpacked', 'aliquot');

/**
 * @template T
 * @param {string} what
 * @param {() => T | undefined} look
 * @returns {Promise<T>}
 */
async function waitFor(what, look) {
  for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((done) => setTimeout(done, 50))) {
    const found = look();
    if (found !== undefined) return found;
  }
  throw new Error(`the packaged application: ${what} did not come within 30 s`);
}

async function checkFuses() {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable());
  const wanted = /** @type {const} */ ([
    [FuseV1Options.RunAsNode, FuseState.DISABLE],
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
    [FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
    [FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  ]);
  for (const [fuse, state] of wanted) if (wire[fuse] !== state) throw new Error(`fuse ${FuseV1Options[fuse]} is not ${FuseState[state]}`);
}

/** @param {string} port */
async function lookAtWindow(port) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('the packaged application has no page');
  await page.locator('#root > *').first().waitFor({ state: 'attached', timeout: 30_000 });
  const { url, node } = await page.evaluate(() => ({ url: location.href, node: 'process' in globalThis }));
  if (!url.startsWith('app://aliquot/') || node) throw new Error(`the page is ${url}${node ? ', with Node in it' : ''}`);
  await browser.close();
}

export async function smoke() {
  await checkFuses();
  const display = await openDisplay();
  const userData = mkdtempSync(join(tmpdir(), 'aliquot-smoke-'));
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--remote-debugging-port=0', '--user-data', userData];
  const child = spawn(executable(), args, { env: { ...process.env, ...display.env }, stdio: 'ignore' });
  const ended = new Promise((done) => child.once('exit', done));
  const log = join(userData, 'logs', 'aliquot.log');
  const logged = (/** @type {string} */ code) => () =>
    existsSync(log) && readFileSync(log, 'utf8').includes(`"${code}"`) ? true : undefined;
  const portFile = join(userData, 'DevToolsActivePort');
  try {
    await waitFor('its window', logged('shell.window-shown'));
    await waitFor('its engine', logged('shell.engine-ready'));
    await lookAtWindow(
      await waitFor('its debugging port', () => (existsSync(portFile) ? readFileSync(portFile, 'utf8').split('\n')[0] : undefined)),
    );
    child.kill('SIGTERM');
    await ended;
    await waitFor('the end of its engine', logged('shell.engine-ended'));
  } finally {
    child.kill('SIGKILL');
    display.stop();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return 'window, engine and fuses as they should be';
}
