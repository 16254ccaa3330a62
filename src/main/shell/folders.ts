import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import type { Arguments } from './arguments';

export type Folders = {
  readonly laboratory: string;
  readonly log: string;
  readonly userData: string;
  readonly resources: string;
  /** Called once everything that writes has ended: the practice laboratory leaves nothing behind. */
  readonly removeTemporary: () => void;
};

const practicePrefix = 'aliquot-practice-';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Chromium writes its profile after our last word, and a killed program cannot tidy up: what earlier practice runs left is removed by the next. */
function sweepPractice(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, pid] = name.startsWith(practicePrefix) ? (/^(\d+)-/.exec(name.slice(practicePrefix.length)) ?? []) : [];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function makePracticeFolder(): string {
  sweepPractice();
  return mkdtempSync(join(tmpdir(), `${practicePrefix}${process.pid}-`));
}

/** Decides where this run reads and writes. To be called before Electron is ready, because Chromium's profile moves with it. */
export function chooseFolders(args: Arguments): Folders {
  if (args.userData !== undefined) app.setPath('userData', resolve(args.userData));
  const usual = app.getPath('userData');
  const practice = args.demo ? makePracticeFolder() : undefined;
  // A profile of its own, so that practice can be open beside the real laboratory.
  if (practice !== undefined) app.setPath('userData', join(practice, 'user-data'));
  return {
    laboratory: practice !== undefined ? join(practice, 'laboratory') : resolve(args.lab ?? join(usual, 'laboratory')),
    log: join(usual, 'logs'),
    userData: app.getPath('userData'),
    resources: app.isPackaged ? process.resourcesPath : join(app.getAppPath(), 'resources'),
    removeTemporary: () => {
      if (practice !== undefined) rmSync(practice, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
