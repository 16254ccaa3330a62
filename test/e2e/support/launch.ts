import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';

const projectRoot = resolve(import.meta.dirname, '../../..');

export type LaunchOptions = {
  /** more arguments of the application: `--demo`, `--lab`, <folder> */
  readonly args?: readonly string[];
  /** settings and logs; a fresh temporary folder by default, removed at the end */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
};

export type Launched = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Console errors and uncaught errors of the window so far; `close` throws when there is one that `expectErrors` did not name. */
  readonly errors: readonly string[];
  readonly expectErrors: (pattern: RegExp) => void;
  /** What the next system dialogs answer: see src/main/shell/test-mode.ts. */
  readonly answerDialogs: (answers: {
    readonly savePath?: string;
    readonly openPaths?: readonly string[];
    readonly record?: string;
  }) => Promise<void>;
  readonly close: () => Promise<void>;
};

export const runtime = (): string => {
  const path = process.env.ELECTRON_EXEC_PATH;
  if (!path) throw new Error('ELECTRON_EXEC_PATH is not set: run the tests with `npm run test:e2e`');
  return path;
};

/** The virtual display of this worker (see playwright.config.ts); nothing where there is a real one. */
export function ownDisplay(): Readonly<Record<string, string>> {
  const display = process.env.ALIQUOT_TEST_DISPLAYS?.split(' ')[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  return display ? { DISPLAY: display } : {};
}

/**
 * Playwright's own attaching hangs now and then on a busy machine (seen in about 2 of 40 launches, with Aliquot's log showing window and
 * engine up): a second attempt with the same arguments, and the first one's failure printed.
 */
async function attached(options: Parameters<typeof electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await electron.launch({ ...options, timeout: 20_000 });
  } catch (error) {
    console.warn(`launching again: ${String(error).split('\n')[0]}`);
    return electron.launch({ ...options, timeout: 30_000 });
  }
}

/** Opens the built application as a person would, in English, with a folder of its own. */
export async function launch(options: LaunchOptions = {}): Promise<Launched> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'aliquot-test-'));
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env as Record<string, string>;
  const app = await attached({
    executablePath: runtime(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--lang=en-GB',
      projectRoot,
      '--user-data',
      userData,
      ...(options.args ?? []),
    ],
    env: { ...inherited, ...ownDisplay(), LANGUAGE: 'en', LANG: 'en_GB.UTF-8', ALIQUOT_TEST: '1', ...options.env },
    cwd: projectRoot,
  });
  const page = await app.firstWindow();
  const errors: string[] = [];
  const expected: RegExp[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`));
  await page.waitForLoadState('load');
  return {
    app,
    page,
    userData,
    errors,
    expectErrors: (pattern) => {
      expected.push(pattern);
    },
    answerDialogs: ({ savePath, openPaths, record }) =>
      app.evaluate(
        (_electron, answers) => {
          for (const [name, value] of Object.entries(answers)) if (value !== undefined) process.env[name] = value;
        },
        {
          ALIQUOT_TEST_SAVE_PATH: savePath,
          ALIQUOT_TEST_OPEN_PATHS: openPaths?.join(process.platform === 'win32' ? ';' : ':'),
          ALIQUOT_TEST_RECORD: record,
        },
      ),
    close: async () => {
      await app.close();
      if (options.userData === undefined) rmSync(userData, { recursive: true, force: true });
      const unexpected = errors.filter((error) => !expected.some((pattern) => pattern.test(error)));
      if (unexpected.length > 0) throw new Error(`the window reported errors:\n${unexpected.join('\n')}`);
    },
  };
}
