import { appendFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { app } from 'electron';
import type { ShellReplyValue, ShellRequest } from '../shell-channel';

/**
 * The end-to-end tests cannot press buttons of the system's own dialogs. With ALIQUOT_TEST=1 the variables ALIQUOT_TEST_SAVE_PATH and
 * ALIQUOT_TEST_OPEN_PATHS answer for the person, and every request is written to ALIQUOT_TEST_RECORD, one JSON per line. A packaged program never listens.
 */
export const inTest = (): boolean => !app.isPackaged && process.env.ALIQUOT_TEST === '1';

export function answerForTest(request: ShellRequest): ShellReplyValue {
  if (process.env.ALIQUOT_TEST_RECORD) appendFileSync(process.env.ALIQUOT_TEST_RECORD, `${JSON.stringify(request)}\n`);
  switch (request.kind) {
    case 'open-path':
      return '';
    case 'save-dialog':
      return process.env.ALIQUOT_TEST_SAVE_PATH ?? null;
    case 'open-dialog':
      return process.env.ALIQUOT_TEST_OPEN_PATHS?.split(delimiter) ?? [];
    case 'set-title':
      return null;
  }
}
