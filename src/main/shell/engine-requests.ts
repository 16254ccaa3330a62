import { type BrowserWindow, dialog, shell } from 'electron';
import type { FileFilter, ShellReplyValue, ShellRequest } from '../shell-channel';
import { answerForTest, inTest } from './test-mode';

const filtersFor = (filters: readonly FileFilter[]) => filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** Does what the engine cannot do itself, because it has no window. */
export async function answerEngine(request: ShellRequest, window: BrowserWindow): Promise<ShellReplyValue> {
  if (inTest()) return answerForTest(request);
  switch (request.kind) {
    case 'open-path':
      return shell.openPath(request.path);
    case 'save-dialog': {
      const answer = await dialog.showSaveDialog(window, { defaultPath: request.suggestedName, filters: filtersFor(request.filters) });
      return answer.canceled || !answer.filePath ? null : answer.filePath;
    }
    case 'open-dialog': {
      const answer = await dialog.showOpenDialog(window, {
        filters: filtersFor(request.filters),
        properties: request.directory ? ['openDirectory', 'createDirectory'] : ['openFile', 'multiSelections'],
      });
      return answer.canceled ? [] : answer.filePaths;
    }
    case 'set-title':
      window.setTitle(request.title);
      return null;
  }
}
