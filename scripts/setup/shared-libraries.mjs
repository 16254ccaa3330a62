// What Electron needs from a Debian or Ubuntu machine beyond a bare installation: shared libraries, an X server where there is no display, and a
// compiler when better-sqlite3 has to be built. Installed when we are root, named otherwise. Other systems have them or say so when Electron starts.
import { existsSync } from 'node:fs';
import { capture } from './command.mjs';
import { SetUpError } from './step.mjs';

const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libcups.so.2': 'libcups2',
  'libdrm.so.2': 'libdrm2',
  'libXtst.so.6': 'libxtst6',
};

export const needsVirtualDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

const onPath = (/** @type {string} */ command) => (process.env.PATH ?? '').split(':').some((folder) => existsSync(`${folder}/${command}`));

/** @returns {Promise<readonly string[]>} Debian packages that are missing */
export async function missingDebianPackages() {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return [];
  const { output } = await capture('/sbin/ldconfig', ['-p']);
  const missing = Object.entries(libraries)
    .filter(([file]) => !output.includes(`${file} `))
    .map(([, name]) => name);
  if (needsVirtualDisplay() && !onPath('Xvfb')) missing.push('xvfb');
  return missing;
}

/** @returns {readonly string[]} Debian packages of the tools that a compilation needs and this machine lacks */
export function missingCompiler() {
  if (!existsSync('/etc/debian_version')) return [];
  return Object.entries({ 'g++': 'g++', make: 'make', python3: 'python3' })
    .filter(([tool]) => !onPath(tool))
    .map(([, name]) => name);
}

/**
 * Newer Debian and Ubuntu call some libraries `…t64`.
 * @param {readonly string[]} names
 */
async function asThisReleaseNamesThem(names) {
  const { output } = await capture('apt-cache', ['policy', ...names.map((name) => `${name}t64`)]);
  return names.map((name) =>
    new RegExp(`^${name.replaceAll('+', '\\+')}t64:\\n\\s+Installed: .*\\n\\s+Candidate: (?!\\(none\\))`, 'm').test(output)
      ? `${name}t64`
      : name,
  );
}

/** @param {readonly string[]} packages */
export async function installDebianPackages(packages) {
  const byHand = `sudo apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0)
    throw new SetUpError(
      `These Debian packages are missing: ${packages.join(', ')}.`,
      `Run \`${byHand}\` and then the same command again.`,
    );
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await capture('apt-get', ['update', '-q'], { env });
  const names = await asThisReleaseNamesThem(packages);
  const { code, output } = await capture('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], { env });
  if (code !== 0)
    throw new SetUpError(
      `These Debian packages could not be installed: ${names.join(', ')}.`,
      `Check the package sources and run \`${byHand}\`.`,
      update.code === 0 ? output : update.output + output,
    );
  return names.join(', ');
}
