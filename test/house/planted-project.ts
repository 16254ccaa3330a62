import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

export const projectRoot = resolve(import.meta.dirname, '../..');

const configs = [
  'package.json',
  'tsconfig.json',
  'biome.jsonc',
  'knip.json',
  '.dependency-cruiser.cjs',
  'electron.vite.config.ts',
  'vitest.config.ts',
  'playwright.config.ts',
  '.gitignore',
];

export type PlantedProject = {
  readonly root: string;
  readonly plant: (file: string, source: string) => void;
  readonly remove: () => void;
};

/** A small project under our own rules: our configuration and packages, and nothing in it but what the test plants. */
export function newProject(): PlantedProject {
  const root = mkdtempSync(join(tmpdir(), 'aliquot-house-'));
  for (const config of configs) cpSync(join(projectRoot, config), join(root, config));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'dir');
  return {
    root,
    plant: (file, source) => {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), source);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Runs a Node tool in a folder; gives its exit code and everything it said. */
export async function runTool(folder: string, args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder, env, maxBuffer: 1 << 24 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}
